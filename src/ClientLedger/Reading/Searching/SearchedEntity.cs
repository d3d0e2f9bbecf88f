using System.Data.Common;
using System.Text.Json;
using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading.Binding;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Searching;

/// <summary>An entity in which a search looks: the fields that the caller may search by, and how its records are read.</summary>
internal sealed class SearchedEntity(EntityDescriptor entity, EntityRights rights)
{
    public EntityDescriptor Entity { get; } = entity;

    /// <summary>Fields that are clear at least on some rows.</summary>
    public IReadOnlyList<FieldDescriptor> Fields { get; } =
    [
        .. entity.Fields.Where((field, ordinal) =>
            field.Search != SearchKind.None && field.Sensitivity == Sensitivity.Normal && rights.Best(ordinal) == ReadRight.Clear),
    ];

    /// <summary>The caller sees every record and every searched field of each, so that a row of the index is enough to know.</summary>
    public bool IsOpen => rights.SeesEveryRecord
        && Fields.All(searched => rights.Grants.Any(grant => grant.IsEverywhere && grant.Read[Entity.OrdinalOf(searched.Name)] == ReadRight.Clear));

    /// <summary>The title and the searched fields of candidates, as the caller sees them; null until they are bound.</summary>
    public BoundLevel? Level { get; set; }

    public Shape? Shape { get; set; }

    public LevelPlan? Plan { get; set; }

    /// <summary>Slot that takes the candidates' ids.</summary>
    public int IdsSlot { get; set; }

    /// <summary>The terms of the fields that are clear on the row on which the reader stands.</summary>
    public void CollectTerms(DbDataReader reader, List<string> into)
    {
        into.Clear();
        var ofField = new List<string>();
        foreach (var selection in Level!.Select.Skip(1))
        {
            var value = (BoundValue)selection;
            if (value.ClearColumn >= 0 && reader.GetInt32(value.ClearColumn) == 0)
            {
                continue;
            }

            ofField.Clear();
            foreach (var text in TextsOf(reader, value))
            {
                SearchTerms.Collect(value.Field.Search, text, ofField);
            }

            into.AddRange(ofField);
        }
    }

    /// <summary>The title of the row on which the reader stands.</summary>
    public string? TitleOf(DbDataReader reader)
    {
        var title = (BoundValue)Level!.Select[0];
        var isClear = title.ClearColumn < 0 ? title.Clear.Ever : reader.GetInt32(title.ClearColumn) != 0;
        var isMasked = !isClear && (title.MaskedColumn < 0 ? title.Masked.Ever : reader.GetInt32(title.MaskedColumn) != 0);
        var text = (isClear || isMasked) && !reader.IsDBNull(title.Column) ? reader.GetString(title.Column) : null;
        return isMasked && text is not null ? title.Field.Mask.Apply(text) : text;
    }

    private static string[] TextsOf(DbDataReader reader, BoundValue value)
    {
        if (value.Custom < 0)
        {
            return reader.IsDBNull(value.Column) ? []
                : value.Field.Several ? JsonSerializer.Deserialize(reader.GetString(value.Column), StoredJsonContext.Plain.StringArray) ?? []
                : [reader.GetString(value.Column)];
        }

        var json = value.Row.Custom[value.Custom];
        return json.IsEmpty || json[0] == (byte)'n' ? []
            : json[0] == (byte)'[' ? JsonSerializer.Deserialize(json, StoredJsonContext.Plain.StringArray) ?? []
            : [JsonSerializer.Deserialize(json, StoredJsonContext.Plain.String)!];
    }
}
