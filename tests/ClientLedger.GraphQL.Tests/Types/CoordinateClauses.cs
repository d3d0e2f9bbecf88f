namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Schema coordinates (3.14), right and wrong ones, of the schema of everything.</summary>
internal static class CoordinateClauses
{
    public static string[] All { get; } =
    [
        "Customer", "Customer.name", "Customer.name(short:)", "Customer.nothing", "Customer.name(nothing:)", "Nothing", "Nothing.name", "Customer.nothing(short:)", "Nothing.name(short:)", "Filter", "Filter.key", "Filter.nothing", "Filter.key(short:)",
        "Tag", "Tag.A", "Tag.X", "Tag.A(short:)", "Found", "Found.name", "Url", "Url.x", "Node.id", "Int", "Int.x", "__Type", "__Type.name", "__Type.fields(includeDeprecated:)", "Root.__schema", "Customer.__typename", "Root.__type(name:)", "Watch.__schema",
        "@any", "@any(text:)", "@any(nothing:)", "@nothing", "@nothing(text:)", "@skip(if:)", "@deprecated", "@any.text", "@any(text)", "@any(text:", "@", "",
        " Customer", "Customer ", "Customer .name", "Customer.", ".name", "Customer.name(", "Customer.name(short", "Customer.name(short:", "Customer.name(short:)x", "Customer.name.x", "Customer(short:)", "Customer.name()", "Customer.5", "Customer.name(short=)", "Customer!",
        "客", "Customer.名", "Customer\n", "Customer..name", "Customer:", "\U0001F600", "\"Customer\"",
    ];
}
