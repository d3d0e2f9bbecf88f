using System.Text.Json;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>The variables of a request: what was given, and what became of it. A variable that wasn't given and has no default has no value.</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, Variable> variables = new(StringComparer.Ordinal);

    public static VariableValues None { get; } = new();

    /// <summary>A variable that was given.</summary>
    public void AddGiven(string name, GraphQLType type, JsonElement given, object? value) => variables[name] = new Variable(type, given, null, true, value);

    /// <summary>A variable that wasn't given and has a default.</summary>
    public void AddDefault(string name, GraphQLType type, ValueNode literal, object? value) => variables[name] = new Variable(type, default, literal, true, value);

    /// <summary>The value, coerced; false when it has none.</summary>
    public bool TryGet(string name, out object? value)
    {
        var found = variables.TryGetValue(name, out var variable) && variable!.HasValue;
        value = found ? variable!.Value : null;
        return found;
    }

    /// <summary>The value as a literal, for a scalar that takes it within its own; null when it has none.</summary>
    public ValueNode? LiteralOf(Schema schema, string name) =>
        !variables.TryGetValue(name, out var variable) || !variable.HasValue ? null : variable.Default ?? ValueLiteral.Of(schema, variable.Given, variable.Type);

    private sealed record Variable(GraphQLType Type, JsonElement Given, ValueNode? Default, bool HasValue, object? Value);
}
