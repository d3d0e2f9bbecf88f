using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading.Answers;
using ClientLedger.Reading.Searching;
using ClientLedger.Storage;

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

    /// <summary>The rows of the index that a search in these entities may read. A record rule stands in the statement that reads them: what it returns tells of nothing else.</summary>
    /// <param name="inAllFields">Their fields are all that the index holds of this tenant.</param>
    public List<BoundTerms> Terms(IReadOnlyList<SearchedEntity> entities, bool inAllFields)
    {
        var terms = new List<BoundTerms>();
        if (inAllFields && entities.All(entity => entity.IsOpen))
        {
            terms.Add(BoundTerms.All);
        }
        else if (entities.Any(entity => entity.Open.Count > 0))
        {
            terms.Add(Terms(entities.SelectMany(entity => entity.Open), records: null));
        }

        foreach (var entity in entities)
        {
            foreach (var fields in entity.Ruled)
            {
                var table = Table(entity.Entity);
                table.Visible = Clear(table, entity.Entity.OrdinalOf(fields[0].Name), ReadRight.Clear) ?? table.Visible;
                terms.Add(Terms(fields, table));
            }
        }

        return terms;
    }

    /// <summary>Binds title and searched fields of an entity.</summary>
    /// <param name="withFields">False when the title alone is needed.</param>
    /// <param name="byIds">False for all records that the caller sees.</param>
    /// <returns>The list, and the slot that takes the candidates' ids; −1 for all.</returns>
    public (BoundLevel Level, int IdsSlot) Candidates(SearchedEntity searched, bool withFields, bool byIds)
    {
        Shape.Add('S').Add(withFields ? 'f' : 't').Add(byIds ? 'i' : 'a');
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
        return (level, byIds ? Shape.IdsSlot() : -1);
    }

    private BoundTerms Terms(IEnumerable<FieldDescriptor> fields, BoundTable? records)
    {
        int[] ids = [.. fields.Select(field => field.Id).Order()];
        return new BoundTerms(ids, Shape.ListSlot(StoreKind.Int32, ids), records);
    }
}
