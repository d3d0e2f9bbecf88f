namespace ClientLedger.GraphQL.Types;

/// <summary>What a resolver is told. Execution provides it, so that the type system needn't know how a document runs.</summary>
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

    /// <summary>Ends with the request.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>An argument, or the default of its CLR type when none was given or it is null.</summary>
    public T? Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is T typed ? typed : default;
}
