namespace ClientLedger.GraphQL.Tests.Language;

/// <summary>Documents for every clause of the grammar of the type system.</summary>
internal static class TypeSystemClauses
{
    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["3.3 SchemaDefinition"] =
        [
            "schema { query: Q }", "schema @a { query: Q mutation: M subscription: S }", "schema {}", "schema", "schema { a: Q }", "schema { query Q }", "schema { query: [Q] }", "schema { query: Q! }", "schema A { query: Q }", "\"d\" schema @a(b: $c) { query: Q }",
            "schema { query: }", "schema { query: Q",
        ],
        ["3.3.2 SchemaExtension"] = ["extend schema { query: Q }", "extend schema @a", "extend schema @a { mutation: M }", "extend schema", "extend schema {}", "extend", "extend { a }", "extend query { a }", "extend \"d\" schema @a", "extend extend type A", "extend 5", "extend on"],
        ["3.5 ScalarTypeDefinition"] = ["scalar A", "scalar A @b", "scalar", "scalar 5", "scalar A { b }", "\"\"\"d\"\"\" scalar A", "scalar scalar"],
        ["3.5.7 ScalarTypeExtension"] = ["extend scalar A @b", "extend scalar A", "extend scalar"],
        ["3.6 ObjectTypeDefinition"] =
        [
            "type A", "type A { b: Int }", "type A {}", "type A { }", "type A implements B", "type A implements B & C { d: Int }", "type A implements & B & C", "type A implements B C { d: Int }", "type A implements B, C", "type A implements", "type A implements {}",
            "type A implements B & { c: Int }", "type A implements && B", "type A @b { c: Int @d }", "type A { b }", "type A { b: }", "type A { \"d\" b: Int \"\"\"e\"\"\" c: Int }", "type A { b: Int c: [Int!]! @d(e: 1) }", "type { a: Int }", "type A { 5: Int }", "type A B", "type A { b: Int",
        ],
        ["3.6.1 ArgumentsDefinition"] = ["type A { b(c: Int): Int }", "type A { b(c: Int = 1 @d, \"e\" f: [Int!]): Int }", "type A { b(): Int }", "type A { b(c): Int }", "type A { b(c: Int = $d): Int }", "type A { b(c: Int) }", "type A { b(c: Int: Int }", "type A { b(c: Int =): Int }"],
        ["3.6.3 ObjectTypeExtension"] = ["extend type A { b: Int }", "extend type A implements B", "extend type A @b", "extend type A", "extend type A {}", "extend type", "extend type A implements", "\"d\" extend type A @b"],
        ["3.7 InterfaceTypeDefinition"] = ["interface A", "interface A { b: Int }", "interface A implements B & C { d: Int }", "interface A @b {}", "interface", "extend interface A", "extend interface A implements B", "extend interface A { b: Int }", "extend interface A @b"],
        ["3.8 UnionTypeDefinition"] =
        [
            "union A = B", "union A = B | C", "union A = | B | C", "union A", "union A =", "union A = |", "union A = || B", "union A = B |", "union A = B | | C", "union A @b = C", "union A = B C", "union A = [B]", "union A = B!", "extend union A = B", "extend union A @b",
            "extend union A", "extend union A =", "union = B",
        ],
        ["3.9 EnumTypeDefinition"] =
        [
            "enum A", "enum A { B C }", "enum A { B, C }", "enum A {}", "enum A { \"d\" B @c }", "enum A { true }", "enum A { false }", "enum A { null }", "enum A { B: C }", "enum A { 5 }", "enum A { B", "extend enum A { B }", "extend enum A @b", "extend enum A", "extend enum A {}",
            "enum A { on type True }",
        ],
        ["3.10 InputObjectTypeDefinition"] =
        [
            "input A", "input A { b: Int }", "input A { b: Int = 1 @c, \"d\" e: [Int!]! = [1] }", "input A {}", "input A { b(c: Int): Int }", "input A { b: Int = $c }", "input A { b }", "extend input A { b: Int }", "extend input A @b", "extend input A", "input A implements B { c: Int }",
        ],
        ["3.13 DirectiveDefinition"] =
        [
            "directive @a on FIELD", "directive @a on | FIELD | QUERY", "directive @a(b: Int = 1, \"d\" c: Int) on FIELD", "directive @a repeatable on FIELD", "directive @a repeatable(b: Int) on FIELD", "directive @a on", "directive @a on |", "directive @a on UNKNOWN",
            "directive @a on field", "directive @a on FIELD QUERY", "directive @a", "directive a on FIELD", "directive @ on FIELD", "directive @a FIELD", "directive @on on FIELD", "directive @repeatable repeatable on FIELD", "directive @a @b on DIRECTIVE_DEFINITION",
            "directive @a(b: Int) @c(d: 1) repeatable on FIELD", "directive @a repeatable @b on FIELD", "extend directive @a @b", "extend directive @a", "extend directive @a on FIELD", "extend directive a @b", "\"d\" directive @a on QUERY | MUTATION | SUBSCRIPTION", "directive @a() on FIELD",
            "directive @a on FRAGMENT_VARIABLE_DEFINITION | VARIABLE_DEFINITION", "directive @a on FIELD |", "directive @a on FIELD || QUERY", "directive @a on 5",
        ],
    };
}
