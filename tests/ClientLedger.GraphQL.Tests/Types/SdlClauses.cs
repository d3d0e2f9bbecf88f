namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Definitions that break, or just keep, each rule for SDL.</summary>
internal static class SdlClauses
{
    private const string Query = "type Query { a: Int }\n";

    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["3.3 one schema definition"] =
        [
            "schema { query: Q } type Q { a: Int }", "schema { query: Q } schema { query: Q } schema { query: Q } type Q { a: Int }", "extend schema { query: Q } type Q { a: Int }", Query + "extend schema { mutation: M } type M { a: Int }",
            Query + "schema { mutation: M } type M { a: Int }", "{ a }", Query + "query { a }", "\n\n  schema { query: Q }\n  schema { query: Q }\ntype Q { a: Int }",
        ],
        ["3.3.1 unique operation types"] =
        [
            "schema { query: Q query: Q } type Q { a: Int }", "schema { query: Q } extend schema { query: Q mutation: Q mutation: Q } type Q { a: Int }", "schema { query: Q mutation: M subscription: S } type Q { a: Int } type M { a: Int } type S { a: Int }",
        ],
        ["3.3 unique type names"] =
        [
            Query + "type A { a: Int } type A { b: Int } scalar A", Query + "type Int { a: Int }", Query + "scalar Int", Query + "type __Type { a: Int }", Query + "scalar ID scalar ID", Query + "enum __TypeKind { A }", Query + "type Query { b: Int }",
        ],
        ["3.3 unique directive names"] = [Query + "directive @a on FIELD directive @a on QUERY", Query + "directive @skip on FIELD", Query + "directive @deprecated(reason: Int) on OBJECT type A @deprecated(reason: \"x\") { b: Int }", Query + "extend directive @skip @a"],
        ["3.6 unique fields"] =
        [
            "type Query { a: Int a: Int }", Query + "extend type Query { a: Int b: Int b: Int }", Query + "interface A { a: Int a: Int } extend interface A { a: Int }", Query + "input A { a: Int a: Int } extend input A { a: Int b: Int }",
            Query + "type A { a: Int } type A { a: Int }",
        ],
        ["3.6.1 unique arguments"] =
        [
            "type Query { a(b: Int, b: Int): Int c(b: Int, d: Int, b: Int, d: Int, b: Int): Int }", Query + "interface A { a(b: Int, b: Int): Int } extend interface A { c(d: Int, d: Int): Int }", Query + "directive @a(b: Int, b: Int) on FIELD",
        ],
        ["3.9 unique enum values"] = [Query + "enum A { B B }", Query + "enum A { B } extend enum A { B C C }", Query + "enum A { B } enum A { B }"],
        ["3.4 known types"] =
        [
            "type Query { a: A }", "type Query { a(b: B): [A!]! }", Query + "union U = A | B", Query + "type T implements A { a: Int }", Query + "extend type T implements A", "schema { query: Q mutation: R } type Q { a: Int }", Query + "input I { a: A = 1 }",
            Query + "directive @a(b: B) on FIELD", Query + "query ($a: A, $b: Int, $q: Query) { a }", Query + "fragment F on A { b } fragment G on Query { a }", "type Query { a: Strin b: Query2 c: __Typ }", "type Query { a: __Type b: Int }", Query + "{ ... on B { c } }",
            Query + "type Alpha { a: Alpa b: Alpah c: Bool }", "type Query { intt: int }",
        ],
        ["3.4.3 extensions"] =
        [
            Query + "extend type A { b: Int }", Query + "extend scalar Query @a", Query + "extend type E { a: Int } extend interface E { a: Int } extend union E = Query extend enum E { A } extend input E { a: Int } extend scalar E @a enum E { B }",
            Query + "extend scalar Int @a", Query + "extend type Qery { b: Int } extend type Query { b: Int }", Query + "type T { a: Int } union T = Query extend type T { b: Int }", Query + "directive @a on SCALAR extend directive @a @b extend directive @c @d",
        ],
        ["5.7.1 known directives"] =
        [
            "type Query @a { b: Int @c }", "schema @a { query: Q } type Q { a: Int }", Query + "scalar A @a(b: 1) extend scalar A @c", Query + "enum A @b { C @d } input I @b { c: Int @d } union U @b = Query interface F @b { c(d: Int @e): Int @f }",
            Query + "query @a ($a: Int @b) { a @c ... @d { a } ...F @e } fragment F on Query @f { a }", Query + "directive @a(b: Int @c) on FIELD", Query + "directive @a @b on FIELD",
        ],
        ["5.7.2 locations"] =
        [
            "type Query @deprecated { a: Int }", "directive @a on QUERY schema @a { query: Q } type Q @a { b(c: Int @a): Int @a } scalar S @a extend scalar S @a union U @a = Q enum E @a { V @a } input I @a { f: Int @a } interface F @a { g: Int } directive @b(c: Int @a) on FIELD",
            "directive @a on FIELD query @a ($v: Int @a) { b @a ...F @a ... @a { b } } mutation @a { b } subscription @a { b } fragment F on Query @a { b } type Query { b: Int }",
            "directive @a on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | SCALAR | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | INTERFACE schema @a { query: Q } type Q @a { b(c: Int @a): Int @a } scalar S @a union U @a = Q enum E @a { V @a } input I @a { f: Int @a } interface F @a { g: Int }",
            Query + "directive @a on DIRECTIVE_DEFINITION directive @b @a on FIELD extend directive @b @a", Query + "directive @a on INPUT_FIELD_DEFINITION directive @b(c: Int @a) on FIELD", Query + "directive @a @deprecated on FIELD extend directive @a @deprecated(reason: \"x\")",
        ],
        ["5.7.3 once at a place"] =
        [
            "type Query { a: Int @deprecated @deprecated }", "directive @a repeatable on OBJECT directive @b on OBJECT type Query @a @a @b @b @b { c: Int }", "directive @a on OBJECT type Query @a { b: Int } extend type Query @a",
            "directive @a on SCHEMA schema @a { query: Q } extend schema @a type Q { b: Int }", Query + "query @skip(if: true) @skip(if: true) { a @skip(if: true) @skip(if: false) @include(if: true) }", Query + "directive @a on DIRECTIVE_DEFINITION directive @b @a on FIELD extend directive @b @a",
            Query + "scalar S @specifiedBy(url: \"x\") extend scalar S @specifiedBy(url: \"y\")", Query + "input I @oneOf @oneOf { a: Int }",
        ],
        ["5.4 arguments of directives"] =
        [
            "type Query { a: Int @deprecated(reson: \"x\") b: Int @deprecated(reason: \"x\", reason: \"y\", other: 1, other: 2) }", Query + "scalar S @specifiedBy", Query + "scalar S @specifiedBy(ur: \"x\")", "directive @a(b: Int!, c: [Int!]! = [], d: Int) on OBJECT type Query @a(e: 1) { b: Int }",
            "directive @a(b: [Int!]!) on OBJECT type Query @a(b: 1) { b: Int } extend type Query @a(c: 1)", Query + "query { a(b: 1, b: 2) @include }", "type Query { a: Int @skip }", Query + "input I @oneOf(a: 1) { b: Int }",
        ],
        ["5.6.3 unique input fields"] = ["type Query { a(b: I = { c: 1, c: 2, d: { c: 1, c: 2, c: 3 } }): Int } input I { c: Int d: I }", Query + "query ($a: I = { b: 1, b: 2 }) { a(b: [{ c: 1, c: 2 }]) } input I { b: Int }", "directive @a(b: S) on OBJECT scalar S type Query @a(b: { c: 1, c: 2 }) { d: Int }"],
        ["3.13 values of the specified directives"] =
        [
            "type Query { a: Int @deprecated(reason: null) }", "type Query { a: Int @deprecated(reason: 5) }", Query + "scalar S @specifiedBy(url: null)", Query + "scalar S @specifiedBy(url: [\"x\"])", "type Query { a(b: Int @deprecated(reason: X)): Int }", Query + "enum E { A @deprecated(reason: { a: 1 }) }",
            Query + "directive @a @deprecated(reason: 1) on FIELD", Query + "input I { a: Int @deprecated(reason: true) }",
        ],
    };
}
