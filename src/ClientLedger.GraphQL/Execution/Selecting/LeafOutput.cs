using System.Text.Json;
using ClientLedger.GraphQL.Types;
using ClientLedger.GraphQL.Types.Coercion;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>Result coercion of a scalar or enum (3.5, 3.9) as a plan has it: what is right already is told apart at a glance.</summary>
internal sealed class LeafOutput
{
    private readonly Schema schema;
    private readonly NamedType type;
    private readonly Type? rightAlready;
    private readonly Inline? rightInline;
    private readonly Dictionary<object, string>? names;

    private LeafOutput(Schema schema, NamedType type)
    {
        this.schema = schema;
        this.type = type;
        rightAlready = type == SpecifiedScalars.String || type == SpecifiedScalars.Id ? typeof(string)
            : type == SpecifiedScalars.Int ? typeof(int)
            : type == SpecifiedScalars.Boolean ? typeof(bool)
            : null;
        rightInline = type == SpecifiedScalars.Int ? Inline.Int
            : type == SpecifiedScalars.Boolean ? Inline.Boolean
            : type == SpecifiedScalars.Float ? Inline.Double
            : null;
        if (type is EnumType enumType)
        {
            names = [];
            foreach (var value in schema.ValuesOf(enumType))
            {
                names.TryAdd(value.Value, value.Name);
            }
        }
    }

    /// <summary>About how many bytes it holds.</summary>
    public long Bytes => 200 + (60L * (names?.Count ?? 0));

    public static LeafOutput Of(Schema schema, NamedType type) => new(schema, type);

    /// <summary>Whether a value is written as it is.</summary>
    public bool IsRight(object value) => value.GetType() == rightAlready || value == rightInline;

    /// <summary>What is written for what a resolver gave; never null.</summary>
    public object Serialize(object value)
    {
        if (names is not null && value is not JsonElement && names.TryGetValue(value, out var name))
        {
            return name;
        }

        return LeafCoercion.Serialize(schema, type, value)
            ?? throw new InvalidOperationException($"Expected `{type}.coerceOutputValue({Inspection.Show(value)})` to return non-nullable value, returned: null");
    }
}
