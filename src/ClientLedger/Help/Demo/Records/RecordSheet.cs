using ClientLedger.Writing;

namespace ClientLedger.Help.Demo.Records;

/// <summary>Collects new records of a change set. Its labels are its own: sheets with other scopes may use the same ones.</summary>
internal sealed class RecordSheet(string scope = "")
{
    private readonly List<RecordChange> changes = [];

    public IReadOnlyList<RecordChange> Changes => changes;

    /// <summary>A new record; values that are null are left out, so that defaults hold.</summary>
    public void Add(string entity, params IEnumerable<(string Name, object? Value)> values) => AddLabelled(entity, null, values);

    /// <summary>A new record that later ones of the sheet may refer to.</summary>
    public void AddLabelled(string entity, string? label, params IEnumerable<(string Name, object? Value)> values)
    {
        var given = values.Where(value => value.Value is not null).ToList();
        changes.Add(new RecordChange(Verb.Create, entity)
        {
            Label = label is null ? null : LabelOf(label),
            Values = new FieldValues([.. given.Select(value => value.Name)], [.. given.Select(value => value.Value)]),
        });
    }

    /// <summary>A reference to an earlier record of the sheet.</summary>
    public RecordReference To(string label) => new RecordReference.ByLabel(LabelOf(label));

    /// <summary>A reference to an article.</summary>
    public static RecordReference ToProduct(string number) => new RecordReference.ByField("number", number);

    private string LabelOf(string label) => $"{scope}/{label}";
}
