using System.Text.Json;
using ClientLedger.GraphQL.Errors;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>Coerces the values of scalars and enums (3.5, 3.9). What it refuses, it refuses with a <see cref="GraphQLException"/>.</summary>
internal static class LeafCoercion
{
    /// <summary>What resolvers get for what the client wrote.</summary>
    /// <param name="schema">The schema that the caller sees.</param>
    /// <param name="type">A scalar or an enum.</param>
    /// <param name="value">What was written; not null, and without variables.</param>
    /// <param name="suggest">Whether an error may suggest other values.</param>
    public static object? Parse(Schema schema, NamedType type, RawValue value, bool suggest = true) =>
        type is EnumType enumType ? ParseEnum(schema, enumType, value, suggest) : ((ScalarType)type).Coercion.Parse(value);

    /// <summary>What is written for what a resolver gave.</summary>
    public static object? Serialize(Schema schema, NamedType type, object value) =>
        type is EnumType enumType ? SerializeEnum(schema, enumType, value) : ((ScalarType)type).Coercion.Serialize(value);

    private static object ParseEnum(Schema schema, EnumType type, RawValue value, bool suggest)
    {
        var expected = value.IsLiteral ? RawValueKind.Enum : RawValueKind.String;
        if (value.Kind != expected)
        {
            var kind = value.IsLiteral ? "non-enum" : "non-string";
            throw Refused($"Enum \"{type}\" cannot represent {kind} value: {value}.", value.ToString());
        }

        return schema.ValuesOf(type).Find(value.Text!)?.Value ?? throw Refused($"Value \"{value.Text}\" does not exist in \"{type}\" enum.", value.Text!);

        GraphQLException Refused(string message, string written)
        {
            var suggestion = suggest
                ? Suggestions.DidYouMean("the enum value", Suggestions.Near(written, schema.ValuesOf(type).Select(known => known.Name)))
                : "";
            return new GraphQLException(message + suggestion, ErrorCodes.BadUserInput);
        }
    }

    private static string SerializeEnum(Schema schema, EnumType type, object value)
    {
        var plain = value is JsonElement json ? PlainValue.Of(json) : value;
        foreach (var known in schema.ValuesOf(type))
        {
            if (known.Value.Equals(plain))
            {
                return known.Name;
            }
        }

        throw new GraphQLException(schema.Hides(type, plain) ? $"Enum \"{type}\" cannot represent this value." : $"Enum \"{type}\" cannot represent value: {Inspection.Show(plain)}");
    }
}
