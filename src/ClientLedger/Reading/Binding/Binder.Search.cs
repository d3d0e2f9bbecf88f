using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading.Answers;
using ClientLedger.Reading.Searching;

namespace ClientLedger.Reading.Binding;

/// <content>What a search reads of the records that it may find.</content>
internal sealed partial class Binder
{
    /// <summary>The entities of a search in which the caller may look.</summary>
    public List<SearchedEntity> Searched(SearchQuery query)
    {
        var entities = query.Entities.Count == 0
            ? scope.Schema.Entities.Where(entity => Seen(entity.Name) is not null)
            : query.Entities.Distinct().Select(Entity);
        return [.. entities.Select(entity => new SearchedEntity(entity, scope.Rights.On(entity.Name))).Where(searched => searched.Fields.Count > 0)];
    }

    /// <summary>Binds title and searched fields of an entity.</summary>
    /// <param name="withFields">False when the title alone is needed.</param>
    /// <returns>The list, and the slot that takes the candidates' ids.</returns>
    public (BoundLevel Level, int IdsSlot) Candidates(SearchedEntity searched, bool withFields)
    {
        Shape.Add('S').Add(withFields ? 'f' : 't');
        var table = Table(searched.Entity);
        var row = new BoundRow(table);
        var title = searched.Entity.OrdinalOf(searched.Entity.Title);
        row.Select.Add(title >= 0 && (table.Rights!.Best(title) != ReadRight.Hidden)
            ? Value(row, AnswerKeys.Of("title"), searched.Entity.Title)
            : new BoundValue(AnswerKeys.Of("title"), row, searched.Entity.Fields[SystemFields.IdOrdinal], SystemFields.IdOrdinal, -1, Shown.Never, Shown.Never));
        foreach (var field in withFields ? searched.Fields : [])
        {
            row.Select.Add(Value(row, AnswerKeys.Of(field.Name), field.Name));
        }

        Shape.Add(';');
        var level = new BoundLevel(table, where: null, [], first: 0);
        level.Forms.Add(row);
        return (level, Shape.IdsSlot());
    }
}
