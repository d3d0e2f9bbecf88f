using System.Buffers;
using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.GraphQL.Execution;
using ClientLedger.GraphQL.Types;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Reading.Answers;
using ClientLedger.Shared;

namespace ClientLedger.Api.Queries;

/// <summary>Answers the fields at the root that find records by their ids.</summary>
internal static class NodeFields
{
    /// <summary>Ids of one request.</summary>
    public const int Most = LedgerQuery.LargestPage;

    /// <summary>Writes the record of an entity by its id, or null.</summary>
    /// <exception cref="RefusedException">The text is no id of such a record.</exception>
    public static async Task WriteRecordAsync(ResolveContext context, ApiCall call, string entity, IBufferWriter<byte> output)
    {
        var found = call.Scope.Schema[entity];
        var text = context.Argument<string>("id")!;
        if (!FieldParser.TryParseElement(found.Fields[SystemFields.IdOrdinal], text, call.Scope.Schema, call.Scope.Settings, out var id, out var refusal))
        {
            throw new RefusedException(refusal with { Field = SystemFields.Id });
        }

        // What is nothing but space names no record.
        var number = id as long? ?? 0;
        (await ReadAsync(context, call, found, [number])).Write(output, number);
    }

    /// <summary>Writes the record of an id of whatever kind, or null.</summary>
    public static async Task WriteOneAsync(ResolveContext context, ApiCall call, IBufferWriter<byte> output)
    {
        if (Find(call, context.Argument<string>("id")!) is var (entity, id))
        {
            (await ReadAsync(context, call, entity, [id])).Write(output, id);
        }
        else
        {
            output.Write("null"u8);
        }
    }

    /// <summary>Writes the records of ids of whatever kinds, in their order.</summary>
    public static async Task WriteSeveralAsync(ResolveContext context, ApiCall call, IBufferWriter<byte> output)
    {
        var texts = context.Argument<IReadOnlyList<object?>>("ids")!;
        if (texts.Count > Most)
        {
            throw new RefusedException(Refusal.Of(ApiMessages.TooManyIds, ("count", texts.Count), ("most", Most)));
        }

        var asked = texts.Select(text => Find(call, (string)text!)).ToList();
        var read = new Dictionary<string, RecordRows>();
        foreach (var ofEntity in asked.OfType<(EntityDescriptor Entity, long Id)>().GroupBy(each => each.Entity, each => each.Id))
        {
            read.Add(ofEntity.Key.Name, await ReadAsync(context, call, ofEntity.Key, [.. ofEntity]));
        }

        output.Write("["u8);
        for (var i = 0; i < asked.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            if (asked[i] is var (entity, id))
            {
                read[entity.Name].Write(output, id);
            }
            else
            {
                output.Write("null"u8);
            }
        }

        output.Write("]"u8);
    }

    private static Task<RecordRows> ReadAsync(ResolveContext context, ApiCall call, EntityDescriptor entity, IReadOnlyList<long> ids) =>
        call.Reading.ReadRecordsAsync(
            call.Scope, entity, ids, new SelectionReader(context, call.Scope).RecordOf(context.Selected, entity), context.CancellationToken);

    /// <summary>The entity of an id, of those that the caller knows of, and its number.</summary>
    private static (EntityDescriptor Entity, long Id)? Find(ApiCall call, string text)
    {
        foreach (var entity in call.Scope.Schema.Entities)
        {
            if (RecordIds.TryParse(text, entity.IdPrefix, out var id) && ShownFields.IsKnown(call.Scope, entity.Name))
            {
                return (entity, id);
            }
        }

        return null;
    }
}
