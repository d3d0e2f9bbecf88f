using ClientLedger.Access;
using ClientLedger.Settings;
using ClientLedger.Tenancy;

namespace ClientLedger.Fields;

/// <summary>Which fields of an entity a page shows to a caller, and under which headings.</summary>
internal static class ShownFields
{
    private const int MostColumns = 7;
    private static readonly string[] SectionOrder = ["basic", "business", "history"];

    /// <summary>The fields that some grant shows, masked or clear, without those of the system.</summary>
    public static IEnumerable<FieldDescriptor> Readable(LedgerScope scope, EntityDescriptor entity)
    {
        var rights = scope.Rights.On(entity.Name);
        return entity.Fields.Where((_, ordinal) => ordinal >= SystemFields.Count && rights.Best(ordinal) != ReadRight.Hidden);
    }

    /// <summary>The fields that the caller may fill in on some record.</summary>
    public static IEnumerable<FieldDescriptor> Writable(LedgerScope scope, EntityDescriptor entity)
    {
        var rights = scope.Rights.On(entity.Name);
        return entity.Fields.Where((field, ordinal) => ordinal >= SystemFields.Count && !field.Derived && rights.BestWrite(ordinal) == WriteRight.Yes);
    }

    /// <summary>Fields by section: basic, business, history, then the tenant's own, each in its order.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<FieldDescriptor> Fields)> BySection(IEnumerable<FieldDescriptor> fields) =>
        [.. fields
            .GroupBy(field => field.Section)
            .OrderBy(section => Array.IndexOf(SectionOrder, section.Key) is var place and >= 0 ? place : int.MaxValue)
            .ThenBy(section => section.Key, StringComparer.Ordinal)
            .Select(section => (section.Key, (IReadOnlyList<FieldDescriptor>)[.. section.OrderBy(field => field.Order)]))];

    /// <summary>The fields by which a list shows records to a caller who has chosen none; there is always one, so that each row leads to its record.</summary>
    public static IReadOnlyList<FieldDescriptor> Usual(LedgerScope scope, EntityDescriptor entity) => Usual(scope, entity, except: null);

    /// <summary>The fields by which a short table shows records: the first of the usual ones, and always one.</summary>
    /// <param name="except">What all the rows share, such as the customer whose orders they are.</param>
    public static IReadOnlyList<FieldDescriptor> Columns(LedgerScope scope, EntityDescriptor entity, string? except = null) => [.. Usual(scope, entity, except).Take(MostColumns)];

    /// <summary>The caller knows of an entity.</summary>
    public static bool IsKnown(LedgerScope scope, string entity) => scope.Rights.On(entity).Grants.Count > 0;

    /// <summary>The caller sees a field as it is on some record, and so may sort, filter and add up by it.</summary>
    public static bool IsClear(LedgerScope scope, EntityDescriptor entity, string field) => scope.Rights.On(entity.Name).Best(entity.OrdinalOf(field)) == ReadRight.Clear;

    /// <summary>The caller may make records of an entity by filling in their fields.</summary>
    public static bool MayCreate(LedgerScope scope, string entity) => !scope.Schema[entity].IsOfFiles && scope.Rights.On(entity).MayCreate;

    /// <summary>The caller knows of the children, and may see whose they are.</summary>
    public static bool IsFollowed(Rights rights, ChildRelation relation)
    {
        var children = rights.On(relation.Entity);
        return children.Grants.Count > 0 && children.Best(children.Entity.OrdinalOf(relation.ByField)) == ReadRight.Clear;
    }

    /// <summary>The usual fields of those that are readable; where none of them is, others; and the id, which is clear to everybody, of a record of which nothing else is shown.</summary>
    private static List<FieldDescriptor> Usual(LedgerScope scope, EntityDescriptor entity, string? except)
    {
        var readable = Readable(scope, entity).Where(field => field.Name != except).ToDictionary(field => field.Name, StringComparer.Ordinal);
        List<FieldDescriptor> usual = [.. entity.Columns.Select(readable.GetValueOrDefault).OfType<FieldDescriptor>()];
        if (usual.Count == 0)
        {
            var currencies = entity.Fields.Select(field => field.CurrencyField).OfType<string>().ToHashSet(StringComparer.Ordinal);
            usual.AddRange(readable.Values
                .Where(field => field is { Several: false, Custom: false } && field.Type != FieldType.LongText && !Book.IsNamedBy(field) && !currencies.Contains(field.Name))
                .OrderByDescending(field => field.Name == entity.Title)
                .ThenBy(field => entity.OrdinalOf(field.Name))
                .Take(MostColumns));
        }

        return usual.Count > 0 ? usual : [entity.Fields[SystemFields.IdOrdinal]];
    }
}
