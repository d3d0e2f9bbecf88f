namespace ClientLedger.GraphQL.Tests.Language;

/// <summary>Documents for every clause of the grammar of what is executed, right and wrong ones, by the clause's name in the specification.</summary>
internal static class GrammarClauses
{
    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["2.1.1 SourceCharacter"] = ["", "\u0000", "{ a\u0007 }", "\u007F", "é", "{ 客 }", "'", "?", "~ { a }", "{ a } \u200B", "%", "{ a; }"],
        ["2.1.1 UnicodeBOM"] = ["\uFEFF{ a }", "{ a\uFEFFb }", "{\uFEFF}", "\uFEFF\uFEFF"],
        ["2.1.2 WhiteSpace and LineTerminator"] = ["\t{\r\n\ra\n}\r", "{\u00A0a }", "{ a\u2028 }", "\r\n\r\n ?", "\r\r?", "\n\r?", "{\n  a\n  ?"],
        ["2.1.4 Comment"] = ["# only", "{ a # b }\n}", "{ a } # \"unterminated", "#\r{ a }", "{ a }#", "# é 客 \U0001F600\n{ a }", "# \u0000\n{ a }"],
        ["2.1.5 Comma"] = ["{,a,,b,}", ",", "query(,$a:Int,){ a }", "{ a(b: [1,,2]) }"],
        ["2.1.6 Token"] = ["{ a }...", "..", ".", "{ .. }", "{ .a }", "{ .5 }", "{ a(b: .5) }", "...", "{ ....a }", "! $ & ( ) : = @ [ ] { | }", "{ a b }}", "&", "{ a | b }"],
        ["2.1.9 Name"] = ["{ _ __ a9 A_B }", "{ 9a }", "{ a-b }", "{ a.b }", "query query { query }", "{ fragment on true null false type }"],
        ["2.2 Document"] = ["   ", "{ a } { b }", "query A { a } fragment F on T { b } type T { c: Int }", "notAnOperation { a }", "{ a } b", "Query { a }", "\"d\" notAnOperation { a }", "on", "5", "\"s\"", "@a"],
        ["2.2 Description"] =
        [
            "\"d\" query { a }", "\"\"\"d\"\"\" mutation M { a }", "\"d\" fragment F on T { a }", "\"d\" { a }", "\"d\" extend type A { b: Int }", "\"d\" \"e\" query { a }", "\"d\"", "\"d\" 5", "\"d\" schema { query: Q }",
            "query ($a: Int, \"d\" $b: Int) { a }", "query (\"d\" $a: Int) { a }", "{ \"d\" a }", "fragment F(\"d\" $a: Int) on T { a }", "query \"d\" { a }",
        ],
        ["2.3 OperationDefinition"] =
        [
            "{ a }", "query { a }", "mutation { a }", "subscription { a }", "query Q { a }", "query Q($a: Int) @d { a }", "query", "query Q", "query Q(", "query Q() { a }", "query ($a) { a }", "query @d { a }", "query 5 { a }",
            "mutation Q { a", "subscription Q @d", "queryQ { a }",
        ],
        ["2.4 SelectionSet"] = ["{}", "{ }", "{ a {} }", "{ a { b } }", "{ { a } }", "{ a", "{ a { b }", "}", "{ ( }", "{ a b: c d: e(f: 1) @g { h } }"],
        ["2.5 Field"] = ["{ a: b }", "{ a: }", "{ a: b: c }", "{ : a }", "{ a() }", "{ a(b) }", "{ a(b:) }", "{ a(b: 1, b: 2) @c @d(e: 2) }", "{ a @ }", "{ a(@b) }", "{ a:b(c:1){d} }"],
        ["2.6 Arguments"] = ["{ a(b: 1 c: 2) }", "{ a(b: 1, c: {d: [1, {e: $f}]}) }", "{ a(b: 1 }", "{ a b: 1) }", "{ a(1: b) }", "{ a(b = 1) }", "{ a(b: 1, ) }"],
        ["2.8 FragmentSpread"] = ["{ ...F }", "{ ...F @d }", "{ ... F }", "{ ...on }", "{ ...onF }", "{ ...F { a } }", "{ ...5 }"],
        ["2.8 InlineFragment"] = ["{ ... { a } }", "{ ... on T { a } }", "{ ... @d { a } }", "{ ... on T @d { a } }", "{ ... on T }", "{ ... on { a } }", "{ ... on on { on } }", "{ ... }"],
        ["2.8 FragmentDefinition"] =
        [
            "fragment F on T { a }", "fragment on on T { a }", "fragment on T { a }", "fragment F T { a }", "fragment F on { a }", "fragment F on T", "fragment F @d on T { a }", "fragment F on T @d { a }", "fragment", "fragment { a }",
            "fragment F($a: Int = 1) on T { a }", "fragment fragment on fragment { fragment }",
        ],
        ["2.9.1 IntValue"] = ["{ a(b: 0) }", "{ a(b: -0) }", "{ a(b: 00) }", "{ a(b: 01) }", "{ a(b: -) }", "{ a(b: +1) }", "{ a(b: 1x) }", "{ a(b: 0x1) }", "{ a(b: 1_000) }", "{ a(b: 123456789012345678901234567890) }", "{ a(b: -a) }", "{ a(b: --1) }"],
        ["2.9.2 FloatValue"] =
        [
            "{ a(b: 1.0) }", "{ a(b: 1.) }", "{ a(b: 1e5) }", "{ a(b: 1E+5) }", "{ a(b: -1.5e-10) }", "{ a(b: 1e) }", "{ a(b: 1e+) }", "{ a(b: 1.e1) }", "{ a(b: 1.2.3) }", "{ a(b: 1.2e3.4) }", "{ a(b: 1.2f) }", "{ a(b: 0.) }",
            "{ a(b: 0e0) }", "{ a(b: 1.0a) }", "{ a(b: 1.a) }", "{ a(b: 1e1e1) }", "{ a(b: 1.é) }", "{ a(b: 1\u0000) }", "{ a(b: -.5) }", "{ a(b: 1.\n) }", "{ a(b: 1.\") }",
        ],
        ["2.9.3 to 2.9.6 names as values"] = ["{ a(b: true, c: false, d: null, e: RED, f: True, g: on) }", "{ a(b: NULL) }", "{ a(b: $c) }", "{ a(b: $) }", "{ a(b: $ c) }", "{ a(b: $5) }", "{ a(b: @c) }", "{ a(b: $$c) }"],
        ["2.9.4 StringValue"] =
        [
            "{ a(b: \"\") }", "{ a(b: \"x\") }", "{ a(b: \"\\\"\\\\\\/\\b\\f\\n\\r\\t\") }", "{ a(b: \"\\u0041\\u00e9\\uFFFF\") }", "{ a(b: \"\\x\") }", "{ a(b: \"\\u12\") }", "{ a(b: \"\\uXYZ1\") }", "{ a(b: \"\\u{41}\\u{1F600}\\u{10FFFF}\\u{000041}\") }",
            "{ a(b: \"\\u{}\") }", "{ a(b: \"\\u{110000}\") }", "{ a(b: \"\\u{D800}\") }", "{ a(b: \"\\u{FFFFFFFFFF}\") }", "{ a(b: \"\\u{12\") }", "{ a(b: \"\\u{4G}\") }", "{ a(b: \"\\uD83D\\uDE00\") }", "{ a(b: \"\\uD83D\") }", "{ a(b: \"\\uDE00\") }",
            "{ a(b: \"\\uD83D\\u0041\") }", "{ a(b: \"\\uD83D\\uD83D\") }", "{ a(b: \"\\uD83Dx\") }", "{ a(b: \"x) }", "{ a(b: \"x\n\") }", "{ a(b: \"x\r\") }", "{ a(b: \"\\\n\") }", "{ a(b: \"\t\u0000\u007F\u0085\U0001F600 客\") }", "{ a(b: \"", "{ a(b: \"\\",
            "{ a(b: \"\\u", "{ a(b: \"\\u{0000000000041}\") }", "{ a(b: \"\\'\") }", "{ a(b: \"a\"\"b\") }", "{ a(b: \"\\u{1F600}\\n\u2028\") }",
        ],
        ["2.9.4 BlockString"] =
        [
            "{ a(b: \"\"\"\"\"\") }", "{ a(b: \"\"\"x\"\"\") }", "{ a(b: \"\"\"x\"\") }", "{ a(b: \"\"\"\n  x\n    y\n\n  z\n\"\"\") }", "{ a(b: \"\"\"\\\"\"\"\"\"\") }", "{ a(b: \"\"\"x\\\"\"\"\"\"\") }", "{ a(b: \"\"\"x\\\\\"\"\") }", "{ a(b: \"\"\"\\n\\u0041\"\"\") }",
            "{ a(b: \"\"\"\"x\"\"\"\") }", "{ a(b: \"\"\"\r\n  a\r  b\n\t c\"\"\") }", "{ a(b: \"\"\"   \n   \"\"\") }", "{ a(b: \"\"\"  x\"\"\") }", "{ a(b: \"\"\"x\n\"\"\") }", "{ a(b: \"\"\"\u0000\u0007\"\"\") }", "{ a(b: \"\"\"", "{ a(b: \"\"\"\n\n\nx ? }", "\"\"\"\n a\n?\"\"\" ?",
            "{ a(b: \"\"\"a\n    b\n   c\"\"\") }", "{ a(b: \"\"\"\n      a\n    b\n   c\n \"\"\") }", "{ a(b: \"\"\"x\"\"\"\"\"\"y\"\"\") }", "{ a(b: \"\"\" \\\"\"\" \"\"\") }",
            "{ a(b: \"\"\"a block that is longer than seventy characters stands on a line of its own, they say\"\"\") }", "{ a(b: \"\"\" a block that is longer than seventy characters and begins with a space, does that\"\"\") }",
            "{ a(b: \"\"\"ends \\\"\"\"\"\"\") }", "{ a(b: \"\"\"ends \"\n\"\"\") }", "{ a { b { c(d: \"\"\"\n  one\n    two\n\"\"\") } } }",
        ],
        ["2.9.7 ListValue"] = ["{ a(b: []) }", "{ a(b: [[], [1], [[$c]]]) }", "{ a(b: [) }", "{ a(b: ]) }", "{ a(b: [1 2, 3]) }", "{ a(b: [}) }", "{ a(b: [1: 2]) }"],
        ["2.9.8 ObjectValue"] = ["{ a(b: {}) }", "{ a(b: {c: {d: 1}}) }", "{ a(b: {c}) }", "{ a(b: {c:}) }", "{ a(b: {c: 1, c: 2}) }", "{ a(b: {1: c}) }", "{ a(b: {c: 1) }", "{ a(b: {\"c\": 1}) }"],
        ["2.10 Variables"] =
        [
            "query ($a: Int = 1 @d) { a }", "query ($a: [Int!]! = [1]) { a }", "query ($a Int) { a }", "query (a: Int) { a }", "query ($a: Int = $b) { a }", "query ($a: Int = [$b]) { a }", "query ($a: Int = {c: $b}) { a }", "query ($a: Int @d(e: $b)) { a }",
            "query ($a: Int = $) { a }", "query ($a: 5) { a }", "query ($a: Int =) { a }", "query ($: Int) { a }", "query ($a: Int, $a: Int) { a }",
        ],
        ["2.11 Type"] = ["query ($a: [[Int]!]!) { a }", "query ($a: [Int) { a }", "query ($a: Int]) { a }", "query ($a: Int!!) { a }", "query ($a: []) { a }", "query ($a: !) { a }", "query ($a: [Int!]) { a }"],
        ["2.12 Directives"] = ["{ a @b @b @c(d: 1) }", "{ a @ b }", "{ a @5 }", "query @a @b(c: $d) { a }", "{ ... @a { b } }", "fragment F on T @a(b: $c) { d }", "type A @b(c: $d)", "{ a@b@c }", "@a { b }"],
        ["2.13 schema coordinates are no documents"] = ["Type.field", "Type.field(argument:)", "@directive"],
    };
}
