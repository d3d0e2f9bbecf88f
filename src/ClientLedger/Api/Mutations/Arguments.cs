using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Writing;

namespace ClientLedger.Api.Mutations;

/// <summary>A change that was asked for, or why it can't be read.</summary>
internal sealed record AskedChange(RecordChange? Change, Refusal? Refusal);

/// <summary>Reads the arguments of mutations as changes.</summary>
internal static class Arguments
{
    public const string Values = "values", Rows = "rows", Key = "key", Duplicates = "duplicates", Reason = "reason", AllOrNothing = "allOrNothing";

    /// <summary>Records of one call.</summary>
    public const int MostRows = 1000;

    /// <summary>The change of a field that is about one record.</summary>
    public static AskedChange One(ResolveContext context, ApiCall call, EntityDescriptor entity, Verb verb) =>
        Read(call, entity, verb, context.Arguments, context.Arguments.GetValueOrDefault(Values), context.Argument<string>(Key));

    /// <summary>The changes of a field that is about many.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public static IReadOnlyList<AskedChange> Many(ResolveContext context, ApiCall call, EntityDescriptor entity, Verb verb)
    {
        var rows = context.Argument<IReadOnlyList<object?>>(Rows)!;
        if (rows.Count > MostRows)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.TooManyRows, ("count", rows.Count), ("most", MostRows)) with { Field = Rows });
        }

        var key = context.Argument<string>(Key);
        return [.. rows.Cast<IReadOnlyDictionary<string, object?>>().Select(row => verb is Verb.Create or Verb.Upsert
            ? Read(call, entity, verb, None, row, key)
            : Read(call, entity, verb, row, row.GetValueOrDefault(Values), key: null))];
    }

    /// <summary>The changes as a set of this door.</summary>
    /// <exception cref="RefusedException">The reason is too long.</exception>
    public static ChangeSet SetOf(ResolveContext context, IEnumerable<AskedChange> asked, bool allOrNothing) =>
        new(Door.Api, [.. asked.Select(each => each.Change).OfType<RecordChange>()])
        {
            AllOrNothing = allOrNothing,
            Duplicates = context.Arguments.GetValueOrDefault(Duplicates) as DuplicatePolicy? ?? DuplicatePolicy.Ask,
            Reason = ReasonOf(context),
        };

    /// <summary>The reason as a line of text is kept; null where there is none.</summary>
    private static string? ReasonOf(ResolveContext context) => TextCleaning.Line(context.Argument<string>(Reason) ?? "") switch
    {
        "" => null,
        { Length: > ChangeSet.LongestReason } reason => throw new RefusedException(
            Refusal.Of(ApiMessages.ReasonTooLong, ("count", reason.Length), ("most", ChangeSet.LongestReason)) with { Field = Reason }),
        var reason => reason,
    };

    private static readonly Dictionary<string, object?> None = [];

    private static AskedChange Read(ApiCall call, EntityDescriptor entity, Verb verb, IReadOnlyDictionary<string, object?> row, object? values, string? key)
    {
        if (!TryRead(call, entity, SystemFields.IdOrdinal, row, out var id, out var refusal) || !TryRead(call, entity, SystemFields.VersionOrdinal, row, out var version, out refusal))
        {
            return new AskedChange(null, refusal);
        }

        return new AskedChange(
            new RecordChange(verb, entity.Name) { Id = id, BaseVersion = version, Key = key, Values = values is IReadOnlyDictionary<string, object?> given ? ValuesOf(given) : FieldValues.None },
            null);
    }

    /// <summary>Reads an id or a version as the field's own values are read.</summary>
    private static bool TryRead(ApiCall call, EntityDescriptor entity, int ordinal, IReadOnlyDictionary<string, object?> row, out long? number, out Refusal? refusal)
    {
        var field = entity.Fields[ordinal];
        var isRead = FieldParser.TryParseElement(field, row.GetValueOrDefault(field.Name), call.Scope.Schema, call.Scope.Settings, out var canonical, out refusal);
        number = canonical as long?;
        refusal = refusal is null ? null : refusal with { Field = field.Name };
        return isRead;
    }

    private static FieldValues ValuesOf(IReadOnlyDictionary<string, object?> given) =>
        new([.. given.Keys], [.. given.Values.Select(value => value is IReadOnlyList<object?> several ? (string[])[.. several.Cast<string>()] : value)]);
}
