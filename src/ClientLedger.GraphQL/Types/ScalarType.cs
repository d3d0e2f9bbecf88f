namespace ClientLedger.GraphQL.Types;

/// <summary>Scalar (3.5).</summary>
public sealed class ScalarType : NamedType
{
    internal ScalarType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>Where it is specified, as its definition says. Only the schema reads it.</summary>
    internal string? SpecifiedByUrl { get; init; }

    internal ScalarCoercion Coercion { get; init; } = ScalarCoercion.Any;
}

/// <summary>How the values of a scalar come in and go out (3.5). Both refuse with a <see cref="Errors.GraphQLException"/>, whose message the client reads.</summary>
/// <param name="Parse">Takes what the client wrote, never null, and makes of it what resolvers get.</param>
/// <param name="Serialize">
/// Takes what a resolver gave, never null, and makes of it what is written: a string, a Boolean, a number, a date, a time, a GUID, a <see cref="System.Text.Json.JsonElement"/>, or lists and dictionaries of these.
/// </param>
public sealed record ScalarCoercion(Func<RawValue, object?> Parse, Func<object, object?> Serialize)
{
    /// <summary>Any value, as it is: what a scalar does that only SDL tells of.</summary>
    public static ScalarCoercion Any { get; } = new(value => value.ToPlainValue(), value => value);
}
