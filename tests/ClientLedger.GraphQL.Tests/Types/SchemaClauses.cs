namespace ClientLedger.GraphQL.Tests.Types;

/// <summary>Schemas that break, or just keep, each rule for schemas.</summary>
internal static class SchemaClauses
{
    private const string Query = "type Query { q: Int }\n";

    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["3.3.1 root types"] =
        [
            "type A { b: Int }", "schema { mutation: M } type M { a: Int }", "schema @d { mutation: M } extend schema { subscription: S } directive @d on SCHEMA type M { a: Int } type S { a: Int }", "input Query { a: Int }", "scalar Query",
            Query + "input Mutation { a: Int } union Subscription = Query", "schema { query: I mutation: E subscription: U } input I { a: Int } enum E { A } union U = T type T { a: Int }", "schema { query: Q mutation: Q } type Q { a: Int }",
            "schema { query: Q mutation: Q subscription: Q } type Q { a: Int }", "schema { query: Q } extend schema { subscription: Q mutation: I } type Q { a: Int } interface I { a: Int }", "extend schema { query: Q } type Q { a: Int }", "scalar A", "interface Query { a: Int }", "enum Query { A }",
        ],
        ["3.3 reserved names"] =
        [
            "type Query { __a: Int b(__c: Int): Int }", Query + "type __A { b: Int } scalar __S union __U = Query interface __F { a: Int } enum __E { A } input __I { a: Int }", Query + "enum E { __A B }", Query + "input I { __a: Int }", Query + "directive @__a(__b: Int) on FIELD",
            Query + "type _A { _b(_c: Int): Int }",
        ],
        ["3.6 fields"] =
        [
            "type Query", "type Query extend type Query { a: Int }", Query + "type A type B @d extend type B @d2 directive @d on OBJECT directive @d2 on OBJECT", Query + "interface A", "type Query { a: I b: [I!]! } input I { a: Int }", Query + "interface F { a: I } input I { a: Int }",
        ],
        ["3.6.1 arguments"] =
        [
            "type Query { a(b: Query, c: [U!], d: F): Int } union U = Query interface F { a: Int }", Query + "directive @a(b: Query, c: [F]) on FIELD interface F { a: Int }", "type Query { a(b: Int! @deprecated): Int }", "type Query { a(b: Int! = 1 @deprecated, c: Int @deprecated(reason: \"x\")): Int }",
            Query + "directive @a(b: Int! @deprecated, c: Int! = 1 @deprecated) on FIELD", Query + "interface F { a(b: [Int!]! @deprecated(reason: \"x\")): Int }",
        ],
        ["3.6 default values"] =
        [
            "type Query { a(b: In = { c: 1 }): Int } input In { c: U } union U = Query",
            "type Query { a(b: Int = \"x\", c: Int = 1.5, d: [Int!] = [1, null, \"x\"], e: E = B, f: E = \"A\", g: ID = 1.5, h: Boolean = 1, i: Float = \"1\", j: String = A): Int } enum E { A }", "type Query { a(b: Int! = null, c: [Int] = [[1]], d: [[Int]] = [1, [2]], e: Int = 99999999999): Int }",
            "type Query { a(b: I = {}, c: I = { a: null }, d: I = { a: 1, x: 2, aa: 3 }, e: I = 5, f: [I!] = { a: 1 }, g: I = { a: 1, b: { a: \"x\" } }): Int } input I { a: Int! b: I }",
            "type Query { a(b: O = {}, c: O = { x: 1, y: 2 }, d: O = { x: null }, e: O = { x: \"s\" }, f: O = { z: 1 }, g: O = { x: 1 }): Int } input O @oneOf { x: Int y: Int }", "type Query { a(b: S = { x: [1, A, null, \"s\"] }): Int } scalar S",
            Query + "input I { a: Int = \"x\" b: [E] = [A, C] } enum E { A B }", Query + "directive @a(b: Int = \"x\") on FIELD", "type Query { a(b: E = a, c: E = LEFTT): Int } enum E { A LEFT RIGHT }", "type Query { a(b: I = { color: 1 }): Int } input I { colour: Int }",
        ],
        ["3.6 implementing"] =
        [
            "interface F { a: Int b(c: Int): [Int] } type Query implements F { a: Int b(c: Int): [Int] }", "interface F { a: Int } type Query implements F { b: Int }", "interface F { a: Int } type Query implements F { b: Int } extend type Query { c: Int }", "interface F { a: Int } type Query implements F { a: String }",
            "interface F { a: Int } type Query implements F { a: Int! }", "interface F { a: Int! } type Query implements F { a: Int }", "interface F { a: [Int] } type Query implements F { a: [Int!]! }", "interface F { a: [Int] } type Query implements F { a: Int }",
            "interface F { a: F } type Query implements F { a: Query }", "interface F { a: U } type Query implements F { a: A } union U = A | B type A { a: Int } type B { a: Int }", "interface F { a: U } type Query implements F { a: C } union U = A type A { a: Int } type C { a: Int }",
            "interface F { a(b: Int): Int } type Query implements F { a: Int }", "interface F { a(b: Int): Int } type Query implements F { a(b: Int!): Int }", "interface F { a(b: [Int!]): Int } type Query implements F { a(b: [Int]): Int }", "interface F { a(b: Int): Int } type Query implements F { a(b: Int, c: Int): Int }",
            "interface F { a(b: Int): Int } type Query implements F { a(b: Int, c: Int!): Int }", "interface F { a: Int } type Query implements F { a: Int @deprecated }", "interface F { a: Int @deprecated } type Query implements F { a: Int @deprecated }",
            "interface F { a: Int @deprecated } type Query implements F { a: Int }", "interface F { a: E } type Query implements F { a: E! } enum E { A }", "interface F { a: G } interface G { a: G } type Query implements F { a: T } type T implements G { a: T }",
        ],
        ["3.6 what is implemented"] =
        [
            Query + "type A implements Query { q: Int }", Query + "type A implements I & U & E & S { a: Int } input I { a: Int } union U = Query enum E { A } scalar S", "interface F { a: Int } type Query implements F & F { a: Int } extend type Query implements F",
            "interface F { a: Int } interface G implements F { a: Int } type Query implements G { a: Int }", "interface F { a: Int } interface G implements F { a: Int } type Query implements G & F { a: Int }", Query + "interface F implements F { a: Int }",
            Query + "interface F implements G { a: Int } interface G implements F { a: Int }", Query + "interface F implements G { a: Int } interface G implements H { a: Int } interface H implements F { a: Int }", Query + "interface F implements Query { q: Int }",
            Query + "interface F { a: Int b: Int } interface G implements F { a: String }", "interface F { a: Int } extend interface F { b: Int } type Query { a: Int } extend type Query implements F",
        ],
        ["3.8 unions"] = [Query + "union U", Query + "union U extend union U = Query", Query + "union U = Query | Query extend union U = Query", Query + "union U = Query | F | E | I | S | V interface F { a: Int } enum E { A } input I { a: Int } scalar S union V = Query", Query + "union U @d extend union U @e directive @d on UNION directive @e on UNION", Query + "union U = Int"],
        ["3.9 enums"] = [Query + "enum E", Query + "enum E @d extend enum E @e directive @d on ENUM directive @e on ENUM", Query + "enum E extend enum E { A }"],
        ["3.10 input fields"] =
        [
            Query + "input I", Query + "input I extend input I { a: Int }", Query + "input I { a: Query b: [F!] c: U } interface F { a: Int } union U = Query", Query + "input I { a: Int! @deprecated b: Int! = 1 @deprecated c: Int @deprecated }", Query + "input I @oneOf { a: Int! b: Int = 1 c: [Int!]! = [1] d: Int = null e: Int }",
        ],
        ["3.10 circular references"] =
        [
            Query + "input I { a: I }", Query + "input I { a: I! }", Query + "input I { a: [I!]! }", Query + "input A { b: B! } input B { c: C! } input C { a: A! }", Query + "input A { b: B! } input B { c: C! b: B! } input C { a: A! x: Int }", Query + "input A { b: B! } input B { c: C } input C { a: A! }",
            Query + "input A { a: A! b: B! } input B { b: B! a: A! }", Query + "input O @oneOf { a: O }", Query + "input O @oneOf { a: O b: Int }", Query + "input O @oneOf { a: P } input P @oneOf { a: O }", Query + "input O @oneOf { a: P } input P { a: O! }", Query + "input O @oneOf { a: P b: [O] } input P { a: O! }",
            Query + "input A { o: O! } input O @oneOf { a: A b: B } input B { x: Int }", Query + "input A { x: B! y: B! } input B { a: A! }", Query + "input A { b: B! } input B { b: B! }", Query + "input O @oneOf { a: A b: B } input A { o: O! } input B { o: O! a: A! }",
        ],
        ["3.10 cycles of default values"] =
        [
            Query + "input I { a: I = {} }", Query + "input I { a: I = { a: null } }", Query + "input I { a: I = { a: {} } }", Query + "input A { b: B = {} } input B { a: A = {} }", Query + "input A { b: B = {} } input B { c: C = {} } input C { a: A = {} d: C = {} }", Query + "input I { a: [I] = [{}] }",
            Query + "input I { a: [I] = [] }", Query + "input A { b: B = { a: { b: null } } } input B { a: A = {} }", Query + "input A { b: B = { a: {} } } input B { a: A }", Query + "input A { x: B = {} y: B = {} } input B { a: A = {} z: Int = 1 }", "type Query { a(b: I = {}): Int } input I { a: I = {} }",
            Query + "input A { b: B = null } input B { a: A = {} }",
        ],
        ["3.13 directives"] = [Query + "directive @a on FIELD", Query + "directive @a(b: I!) on FIELD input I { a: Int }", Query + "directive @a on FIELD | FIELD"],
        ["a schema of everything"] = [Everything],
    };

    /// <summary>One of each.</summary>
    public const string Everything =
        """"
        """A schema"""
        schema @onSchema { query: Root mutation: Change subscription: Watch }
        extend schema @onSchema2
        directive @onSchema on SCHEMA
        directive @onSchema2 on SCHEMA
        directive @any(text: String = "x", numbers: [Int!] = [1, 2]) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCALAR
        type Root implements Node @any @any(text: "y") { id: ID! node(id: ID! @any): Node search(where: Filter = { name: "a", tags: [A] }, first: Int = 10): [Found!] @deprecated(reason: "slow") url: Url }
        type Change { set(input: Filter!): Root }
        type Watch { changed: Root! }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name(short: Boolean = false): String }
        type Customer implements Named & Node { id: ID! name(short: Boolean = false, more: Int): String! size: Float }
        extend type Customer @any { since: Date orders: [[Int!]!]! }
        union Found @any = Customer | Root
        enum Tag @any { A B @deprecated C @any }
        input Filter @any { name: String = "all" tags: [Tag!] and: [Filter!] key: Key @deprecated }
        input Key @oneOf { id: ID name: String }
        scalar Date
        scalar Url @specifiedBy(url: "https://url.example") @any
        """";
}
