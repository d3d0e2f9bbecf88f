using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// What a resolver is told. Execution provides it, so that the type system needn't know how a document runs; what the client selected is in <c>ClientLedger.GraphQL.Execution</c>.
/// It is the resolver's until its task has completed: the same object tells the next resolver of another field.
/// </summary>
public abstract class ResolveContext
{
    private protected ResolveContext()
    {
    }

    /// <summary>The schema that the caller sees.</summary>
    public abstract Schema Schema { get; }

    /// <summary>The type of the object that the field is asked of.</summary>
    public abstract ObjectType ParentType { get; }

    /// <summary>The field that is answered.</summary>
    public abstract FieldDefinition Field { get; }

    /// <summary>The object that the field is asked of.</summary>
    public abstract object? Source { get; }

    /// <summary>The arguments that were given or have a default, coerced.</summary>
    public abstract IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>Where the field stands in the answer: response keys and list indexes from the root.</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>The services of this execution.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>Ends with the request, or when its time is up.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>An argument, or the default of its CLR type when none was given or it is null.</summary>
    public T? Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <summary>
    /// Adds an error to the answer, which goes on: for a writing resolver that wrote null below its field. An error without a path is at the field itself; a path begins at the root, as <see cref="Path"/> does.
    /// </summary>
    public abstract void Report(GraphQLError error);
}
