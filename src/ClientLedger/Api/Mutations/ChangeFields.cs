using System.Buffers;
using ClientLedger.Fields;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Writing;

namespace ClientLedger.Api.Mutations;

/// <summary>Answers the fields that change records: the changes go through the write gate as one set, and what was asked of the records is read afterwards.</summary>
internal static class ChangeFields
{
    /// <summary>Changes one record and writes what became of it.</summary>
    public static async Task WriteOneAsync(ResolveContext context, ApiCall call, string entity, Verb verb, IBufferWriter<byte> output)
    {
        var found = call.Scope.Schema[entity];
        var result = await ApplyAsync(context, call, found, [Arguments.One(context, call, found, verb)], allOrNothing: true);
        await new PayloadWriter(context, call, found, verb).WriteOneAsync(result.Rows[0], output);
    }

    /// <summary>Changes many records and writes what became of each.</summary>
    /// <exception cref="RefusedException">There are too many.</exception>
    public static async Task WriteManyAsync(ResolveContext context, ApiCall call, string entity, Verb verb, IBufferWriter<byte> output)
    {
        var found = call.Scope.Schema[entity];
        var result = await ApplyAsync(context, call, found, Arguments.Many(context, call, found, verb), context.Argument<bool>(Arguments.AllOrNothing));
        await new PayloadWriter(context, call, found, verb).WriteManyAsync(result, output);
    }

    /// <summary>What can't be read is refused like what the gate refuses, in its place among the others.</summary>
    private static async Task<ChangeResult> ApplyAsync(ResolveContext context, ApiCall call, EntityDescriptor entity, IReadOnlyList<AskedChange> asked, bool allOrNothing)
    {
        if (allOrNothing && asked.Any(each => each.Refusal is not null))
        {
            return new ChangeResult(Applied: false, SetNumber: null, [.. asked.Select(each => each.Refusal is { } refusal ? Refused(refusal) : new RowResult(Outcome.Withheld, null, null))]);
        }

        var set = Arguments.SetOf(context, asked, allOrNothing);
        var result = set.Changes.Count == 0 ? new ChangeResult(Applied: false, SetNumber: null, []) : await ApplyAsync(context, call, entity, set);
        var applied = new Queue<RowResult>(result.Rows);
        return result with { Rows = [.. asked.Select(each => each.Refusal is { } refusal ? Refused(refusal) : applied.Dequeue())] };
    }

    /// <summary>Changes that a client has named by a key are made once, however often they are sent.</summary>
    private static async Task<ChangeResult> ApplyAsync(ResolveContext context, ApiCall call, EntityDescriptor entity, ChangeSet set)
    {
        if (call.RequestKey is not { } requestKey)
        {
            return await call.Writing.ApplyAsync(call.Scope, set, context.CancellationToken);
        }

        var kept = new KeptAnswers(context, call, entity, requestKey);
        return await kept.FindAsync() ?? await call.Writing.ApplyAsync(call.Scope, set, kept.KeepAsync, context.CancellationToken);
    }

    private static RowResult Refused(Refusal refusal) => new(Outcome.Refused, null, null) { Refusals = [refusal] };
}
