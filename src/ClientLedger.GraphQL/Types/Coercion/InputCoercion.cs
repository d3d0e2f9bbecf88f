using System.Text.Json;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types.Coercion;

/// <summary>
/// Input coercion (3.5 to 3.12): makes of what a client wrote what resolvers get. Lists become <c>List&lt;object?&gt;</c>, input objects <c>Dictionary&lt;string, object?&gt;</c> in the order of their fields.
/// It only says whether a value fits; <see cref="InputProblems"/> says why not.
/// </summary>
internal static class InputCoercion
{
    /// <summary>Coerces JSON; absent JSON (of kind Undefined) is no value.</summary>
    public static bool TryCoerce(Schema schema, JsonElement value, GraphQLType type, out object? result)
    {
        result = null;
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return type is not NonNullType;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(schema, value, list, out result);
            case InputObjectType input:
                return TryCoerceObject(schema, value, input, out result);
            case NamedType leaf:
                return TryParse(schema, leaf, new RawValue(value), out result);
            default:
                return false;
        }
    }

    /// <summary>Coerces a literal. A variable within it has the value that was coerced for it; one without a value leaves its place empty.</summary>
    public static bool TryCoerce(Schema schema, ValueNode literal, GraphQLType type, VariableValues? variables, out object? result)
    {
        result = null;
        if (literal is VariableNode variable)
        {
            // Its own type was checked against its place: 5.8.5.
            var hasValue = variables is not null && variables.TryGet(variable.Name.Value, out result);
            return hasValue && (result is not null || type is not NonNullType);
        }

        if (literal is NullValueNode)
        {
            return type is not NonNullType;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(schema, literal, list, variables, out result);
            case InputObjectType input:
                return TryCoerceObject(schema, literal, input, variables, out result);
            case NamedType leaf:
                return TryParse(schema, leaf, new RawValue(ValueLiteral.WithoutVariables(schema, literal, variables)), out result);
            default:
                return false;
        }
    }

    /// <summary>The default of an argument or input field, coerced; false when it has none. A default that doesn't fit is a mistake in the schema.</summary>
    public static bool TryGetDefault(Schema schema, InputValueDefinition definition, out object? result)
    {
        result = null;
        if (definition.DefaultValue is not { } literal)
        {
            return false;
        }

        return TryCoerce(schema, literal, definition.Type, null, out result)
            ? true
            : throw new InvalidOperationException($"{definition.Coordinate} has a default value that its type refuses.");
    }

    private static bool TryCoerceList(Schema schema, JsonElement value, ListType type, out object? result)
    {
        var items = new List<object?>();
        result = items;
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Add(TryCoerce(schema, value, type.OfType, out var single), single);
        }

        foreach (var item in value.EnumerateArray())
        {
            if (!Add(TryCoerce(schema, item, type.OfType, out var coerced), coerced))
            {
                return false;
            }
        }

        return true;

        bool Add(bool fits, object? coerced)
        {
            items.Add(coerced);
            return fits;
        }
    }

    private static bool TryCoerceList(Schema schema, ValueNode literal, ListType type, VariableValues? variables, out object? result)
    {
        var items = new List<object?>();
        result = items;
        if (literal is not ListValueNode list)
        {
            var fits = TryCoerce(schema, literal, type.OfType, variables, out var single);
            items.Add(single);
            return fits;
        }

        foreach (var item in list.Values)
        {
            if (!TryCoerce(schema, item, type.OfType, variables, out var coerced) && !(item is VariableNode && coerced is null && type.OfType is not NonNullType))
            {
                return false;
            }

            items.Add(coerced);
        }

        return true;
    }

    private static bool TryCoerceObject(Schema schema, JsonElement value, InputObjectType type, out object? result)
    {
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        result = coerced;
        var fields = schema.InputFieldsOf(type);
        if (value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Any(given => fields.Find(given.Name) is null))
        {
            return false;
        }

        foreach (var field in fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
            {
                if (!TryCoerce(schema, given, field.Type, out var fieldValue))
                {
                    return false;
                }

                coerced[field.Name] = fieldValue;
            }
            else if (!TryUseDefault(schema, field, coerced))
            {
                return false;
            }
        }

        return !type.IsOneOf || (value.GetPropertyCount() == 1 && IsOne(coerced));
    }

    private static bool TryCoerceObject(Schema schema, ValueNode literal, InputObjectType type, VariableValues? variables, out object? result)
    {
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        result = coerced;
        var fields = schema.InputFieldsOf(type);
        if (literal is not ObjectValueNode { Fields: var given } || given.Any(field => fields.Find(field.Name.Value) is null))
        {
            return false;
        }

        foreach (var field in fields)
        {
            var node = given.LastOrDefault(node => node.Name.Value == field.Name);
            if (node is null || (node.Value is VariableNode variable && variables?.TryGet(variable.Name.Value, out _) != true))
            {
                if (!TryUseDefault(schema, field, coerced))
                {
                    return false;
                }
            }
            else if (TryCoerce(schema, node.Value, field.Type, variables, out var fieldValue))
            {
                coerced[field.Name] = fieldValue;
            }
            else
            {
                return false;
            }
        }

        return !type.IsOneOf || (given.DistinctBy(field => field.Name.Value).Count() == 1 && IsOne(coerced));
    }

    /// <summary>False when the field must be given.</summary>
    private static bool TryUseDefault(Schema schema, InputValueDefinition field, Dictionary<string, object?> coerced)
    {
        if (TryGetDefault(schema, field, out var value))
        {
            coerced[field.Name] = value;
        }

        return !field.IsRequired;
    }

    private static bool IsOne(Dictionary<string, object?> coerced) => coerced.Count == 1 && coerced.Values.First() is not null;

    private static bool TryParse(Schema schema, NamedType leaf, RawValue value, out object? result)
    {
        try
        {
            result = LeafCoercion.Parse(schema, leaf, value);
            return true;
        }
        catch (GraphQLException)
        {
            result = null;
            return false;
        }
    }
}
