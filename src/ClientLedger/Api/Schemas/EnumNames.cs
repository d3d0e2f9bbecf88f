namespace ClientLedger.Api.Schemas;

/// <summary>Values of the product's enums as GraphQL writes them.</summary>
internal static class EnumNames
{
    /// <summary>The name of a value: <c>CREATED</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => $"{value}".ToUpperInvariant();
}
