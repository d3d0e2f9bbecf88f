using System.Globalization;
using System.Text.Json;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Types;

/// <summary>What a client wrote for a scalar: a literal in the document, or JSON in the variables.</summary>
public readonly struct RawValue
{
    private readonly ValueNode? literal;
    private readonly JsonElement json;

    internal RawValue(ValueNode literal) => this.literal = literal;

    internal RawValue(JsonElement json) => this.json = json;

    /// <summary>What it is. A number is <see cref="RawValueKind.Int"/> when it is written without a fraction and an exponent.</summary>
    public RawValueKind Kind => literal is null ? KindOf(json) : KindOf(literal);

    /// <summary>Whether it stands in the document.</summary>
    public bool IsLiteral => literal is not null;

    /// <summary>The value of a string, the name of an enum value, or a number as it was written; null for anything else.</summary>
    public string? Text => literal switch
    {
        null when json.ValueKind == JsonValueKind.String => json.GetString(),
        null when json.ValueKind == JsonValueKind.Number => json.GetRawText(),
        StringValueNode text => text.Value,
        IntValueNode number => number.Text,
        FloatValueNode number => number.Text,
        EnumValueNode name => name.Name,
        _ => null,
    };

    /// <summary>The value of a Boolean; null for anything else.</summary>
    public bool? Boolean => literal switch
    {
        null when json.ValueKind is JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        BooleanValueNode boolean => boolean.Value,
        _ => null,
    };

    /// <summary>The value of a number; null for anything else.</summary>
    public double? Number =>
        Kind is RawValueKind.Int or RawValueKind.Float ? double.Parse(Text!, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>The value in CLR types: null, Boolean, <see cref="long"/> or <see cref="double"/>, string, list, dictionary.</summary>
    public object? ToPlainValue() => literal is null ? PlainValue.Of(json) : PlainValue.Of(literal);

    /// <summary>The value as an error message shows it.</summary>
    public override string ToString() => literal is null ? Inspection.Show(json) : Printer.PrintForError(literal);

    private static RawValueKind KindOf(ValueNode literal) => literal switch
    {
        IntValueNode => RawValueKind.Int,
        FloatValueNode => RawValueKind.Float,
        StringValueNode => RawValueKind.String,
        BooleanValueNode => RawValueKind.Boolean,
        EnumValueNode => RawValueKind.Enum,
        ListValueNode => RawValueKind.List,
        ObjectValueNode => RawValueKind.Object,
        _ => RawValueKind.Null,
    };

    private static RawValueKind KindOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') ? RawValueKind.Float : RawValueKind.Int,
        JsonValueKind.String => RawValueKind.String,
        JsonValueKind.True or JsonValueKind.False => RawValueKind.Boolean,
        JsonValueKind.Array => RawValueKind.List,
        JsonValueKind.Object => RawValueKind.Object,
        _ => RawValueKind.Null,
    };
}

/// <summary>The kinds of values that a client can write.</summary>
public enum RawValueKind
{
    /// <summary>Null.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>A string.</summary>
    String,

    /// <summary>The name of an enum value; in literals only.</summary>
    Enum,

    /// <summary>A list.</summary>
    List,

    /// <summary>Fields and their values.</summary>
    Object,
}
