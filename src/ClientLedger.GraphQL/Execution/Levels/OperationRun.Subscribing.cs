using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Asks the field of a subscription for its events (6.2.3.1).</summary>
internal sealed partial class OperationRun
{
    private ObjectGroup? subscribed;

    /// <summary>The events, or null when there is an error instead.</summary>
    public async ValueTask<IAsyncEnumerable<object?>?> OpenStreamAsync(object? source)
    {
        try
        {
            var selection = plan.Root;
            if (selection.Fields.IsEmpty)
            {
                throw new GraphQLException("The subscription asks for no field that the schema has.", ErrorCodes.ValidationFailed);
            }

            subscribed = new ObjectGroup(selection, null, depth: 0);
            subscribed.Add(source, 0);
            Open(subscribed);
            arguments.Of(selection.Fields[0]);
            call.TurnTo(subscribed, 0, 0);
            return await AskForStreamAsync(selection.Fields[0], source);
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            FailStream(exception);
            return null;
        }
    }

    /// <summary>An error ends the stream.</summary>
    public void FailStream(Exception exception)
    {
        if (subscribed is null)
        {
            Fail(exception);
        }
        else
        {
            failures.Add(subscribed, 0, exception);
        }
    }

    private async ValueTask<IAsyncEnumerable<object?>> AskForStreamAsync(SelectedField field, object? source)
    {
        if (field.Field.Behavior.Subscribe is { } subscribe)
        {
            return await subscribe(call);
        }

        var value = source is null ? null : PropertyReader.Read(source, field.Field.Name);
        return value as IAsyncEnumerable<object?>
            ?? throw new GraphQLException($"Subscription field must return Async Iterable. Received: {(value is null ? "undefined" : Inspection.Show(value))}.");
    }
}
