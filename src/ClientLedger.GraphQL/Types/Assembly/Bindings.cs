namespace ClientLedger.GraphQL.Types.Assembly;

/// <summary>What SDL can't say: how fields are answered, scalars coerced, abstract types told apart, and what stands for enum values.</summary>
internal sealed class Bindings
{
    public static Bindings None { get; } = new();

    public string? Fingerprint { get; set; }

    public Dictionary<(string Type, string Field), FieldBehavior> Fields { get; } = [];

    public Dictionary<string, ScalarCoercion> Scalars { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<object, string?>> TypeResolvers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Func<object, bool>> TypeTests { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Type, string Value), object> EnumValues { get; } = [];
}
