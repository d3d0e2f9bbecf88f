namespace ClientLedger.GraphQL.Types.Scalars;

/// <summary>A scalar that a schema may use beside those that every schema knows (3.5).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What its values are, as Markdown.</param>
/// <param name="SpecifiedByUrl">Where it is specified.</param>
/// <param name="Coercion">How its values come in and go out.</param>
public sealed record ScalarDefinition(string Name, string Description, string SpecifiedByUrl, ScalarCoercion Coercion);
