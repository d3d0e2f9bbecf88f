namespace ClientLedger.GraphQL.Tests.Language;

/// <summary>Documents whose layout is not a matter of course.</summary>
internal static class PrintingClauses
{
    private static readonly string Long = new('x', 60);

    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["printing: arguments that make the line too long"] =
        [
            $"{{ a(b: \"{Long}\", c: 1) }}", $"{{ a(b: \"{Long}\", c: \"{Long}\") @d(e: \"{Long}\", f: \"{Long}\") {{ g }} }}", $"{{ aaaaaaaaaaaaaaaa(b: \"{Long}\") }}", $"{{ aaaaaaaaaaaaaaa(b: \"{Long}\") }}", $"{{ alias: aaaaaaaaaaaaaaa(b: \"{Long}\") }}",
            $"{{ a(b: [\"{Long}\", \"{Long}\"]) }}", $"{{ a(b: {{ c: \"{Long}\", d: [\"{Long}\", {{ e: \"{Long}\" }}] }}) }}", $"{{ a(b: [[\"{Long}\", \"{Long}\"], 1]) }}", $"{{ a(b: {{ c: {{ d: \"{Long}\", e: 12345678 }} }}) }}",
        ],
        ["printing: long defaults and directives"] =
        [
            $"query ($a: [String] = [\"{Long}\", \"{Long}\"], $b: Int) {{ c }}", $"query (\"d\" $a: Int, $b: Int = 1) {{ c }}", $"type A {{ b(c: [String] = [\"{Long}\", \"{Long}\"], d: Int): Int }}", "type A { b(\"d\" c: Int, e: Int): Int }",
            $"directive @a(\"d\" b: Int, c: Int) on FIELD", $"type A {{ b(c: Int @d(e: [\"{Long}\", \"{Long}\"])): Int }}", $"input A {{ b: [String] = [\"{Long}\", \"{Long}\"] }}", $"enum A {{ B @c(d: {{ e: \"{Long}\", f: \"{Long}\" }}) }}",
            $"query ($a: Int @b(c: [\"{Long}\", \"{Long}\"]), $d: Int) {{ e }}", $"query ($a: {{}} = 1) {{ b }}",
        ],
        ["printing: block strings in their places"] =
        [
            "{ a { b(c: \"\"\"x\"\"\", d: 1) } }", "{ a { b(c: \"\"\"x\ny\"\"\", d: 1) } }", "{ a(b: [\"\"\"x\ny\"\"\"]) }", "{ a(b: { c: \"\"\"x\ny\"\"\" }) }", "query ($a: String = \"\"\"x\ny\"\"\") { b }", "type A { b(c: String = \"\"\"x\ny\"\"\"): Int }",
            "type A { \"\"\"\n  x\n    y\n\"\"\" b: Int }", "enum A { \"\"\"x\ny\"\"\" B @c(d: \"\"\"x\ny\"\"\") }", "\"\"\"x\ny\"\"\" query { a }", "query (\"\"\"x\ny\"\"\" $a: Int) { a }", "{ a @b(c: \"\"\"x\ny\"\"\") }",
            "{ a(b: [[[\"\"\"x\ny\"\"\"]]]) @c }", "extend schema @a(b: \"\"\"x\ny\"\"\")",
        ],
        ["printing: strings"] = ["{ a(b: \"\\u0000\\u001F\\u007F\\u009F\\u00A0\\b\\f\\t\\n\\r\\\"\\\\\\/\") }", "{ a(b: \"\\u{1F600}\\uFEFF\") }", "\"a\\nb\" type A { \"c\" d: Int }", "{ a(b: \"\"\"\\\"\"\" \\\\ \"\"\") }"],
        ["printing: operations without a name"] = ["query { a }", "query @d { a }", "query ($a: Int) { a }", "query ($a: Int) @d { a }", "mutation { a }", "subscription ($a: Int) { a }", "\"d\" query { a }", "query A { a } query B { b } { c }", "query A {}"],
    };
}
