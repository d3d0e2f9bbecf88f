namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Extensions of schemas, right and wrong ones.</summary>
internal static class ExtensionClauses
{
    private const string Base =
        """
        type Query { a(b: E = A): O, f: F, u: U }
        type Mutation { a: Int }
        type O implements F { x: Int }
        interface F { x: Int }
        union U = O
        enum E { A B }
        input I { i: Int }
        scalar S
        directive @d on OBJECT
        """;

    public static IEnumerable<(string Schema, string Extension)> All =>
    [
        .. Extensions.Select(extension => (Base, extension)),
        ("type Query { a: Int }", "extend schema { mutation: Query }"),
        ("type Query { a: Int }", "schema { query: Query }"),
        ("schema { query: Q } type Q { a: Int }", "type Mutation { b: Int }"),
        ("schema { query: Q } type Q { a: Int }", "extend schema { mutation: M } type M { b: Int }"),
        ("\"described\" schema { query: Q } type Q { a: Int }", "extend type Q { \"new\" b: Float }"),
    ];

    private static readonly string[] Extensions =
    [
        "extend type O { y: String z(a: [I!]): [S!]! }", "extend type O { x: Int }", "extend type Q { y: Int }", "extend interface O { y: Int }", "extend interface F { y: Int }", "extend interface F { y: Int } extend type O { y: Int }", "extend enum E { C D @deprecated }", "extend enum E { A }",
        "extend input I { j: [I] k: E = A }", "extend input I { i: Int }", "extend union U = Query", "extend union U = O", "extend union U = F", "extend scalar S @specifiedBy(url: \"https://s.example\")", "extend schema { subscription: Subscription } type Subscription { s: Int }",
        "type P implements F { x: Int p: O }", "type P implements F { p: O }", "type O { y: Int }", "directive @e(i: I) on FIELD", "directive @d on FIELD", "extend directive @d @deprecated", "extend directive @skip @deprecated(reason: \"x\")", "extend type O { __y: Int }", "extend type O { y: Nothing }",
        "extend type O @d", "extend type O @d extend type O @d", "scalar Int", "extend schema @d", "extend type O implements G interface G { x: Int }", "extend type O { y: I }", "input J { j: J! }", "extend input I { j: J! } input J { i: I! }", "enum N", "extend type Query { y(e: E = C): Int }",
        "directive @e(n: N! = {}) on FIELD input N { i: [M!] = [NEAR] } enum M { NEAR }", "directive @e(n: [N]) on FIELD scalar N @e", "directive @e(n: N) on FIELD type N { a: Int }",
        "extend type Mutation { b(i: I = { i: \"x\" }): ID }", "extend schema { mutation: O }", "type Subscription { a: Int }", "{ a }", "interface G implements F { x: Int g: Int } extend type O implements G { g: Int }",
    ];
}
