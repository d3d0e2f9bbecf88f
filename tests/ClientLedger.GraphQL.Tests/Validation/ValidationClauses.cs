namespace ClientLedger.GraphQL.Tests.Validation;

/// <summary>Documents for every rule of chapter 5 of the specification, over the schema of <see cref="Zoo"/>, keyed by section and rule; each rule passes at least one of its own and refuses at least one.</summary>
internal static class ValidationClauses
{
    private const string Deeper = "fields { type { fields { type { fields { type { fields { name } } } } } } }";

    /// <summary>The directives that the reference would execute, for a schema that says it has them.</summary>
    public const string DeferAndStream =
        """

        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """;

    /// <summary>Documents that the reference refuses by a rule for these directives, keyed by the rule; the engine has none of these rules.</summary>
    public static Dictionary<string, string[]> SilentRules { get; } = new(StringComparer.Ordinal)
    {
        ["DeferStreamDirectiveOnRootFieldRule"] =
        [
            "mutation { ... @defer { rename(id: 1, name: \"x\") { id } } }", "mutation { ...F @defer } fragment F on Mutation { rename(id: 1, name: \"x\") { id } }", "mutation { rename(id: 1, name: \"x\") @stream { id } }",
            "subscription { ... @defer { born { id } } }", "subscription { born @stream { id } }", "mutation { ...F } fragment F on Mutation { ... @defer(if: false) { rename(id: 1, name: \"x\") { id } } }",
        ],
        ["DeferStreamDirectiveOnValidOperationsRule"] =
        [
            "subscription { born { ... @defer { id } } }", "subscription { born { friends @stream { id } } }", "subscription { born { ...F } } fragment F on Animal { ... @defer(if: true) { id } }", "subscription { born { ...F @defer } } fragment F on Animal { id }",
            "subscription { born { ... @include(if: true) { friends @stream { id } } } }",
        ],
        ["DeferStreamDirectiveLabelRule"] =
        [
            "{ ... @defer(label: \"a\") { old } ... @defer(label: \"a\") { dog { id } } }", "query ($l: String) { ... @defer(label: $l) { old } }", "{ dog { ... @defer(label: \"a\") { id } friends @stream(label: \"a\") { id } } }", "query ($l: String) { animals @stream(label: $l) { id } }",
        ],
        ["StreamDirectiveOnListFieldRule"] = ["{ dog @stream { id } }", "{ dog { owner { boss @stream { id } } } }", "subscription { born { mother @stream(if: false) { id } } }"],
    };

    /// <summary>Documents with these directives by which the reference has nothing to say by those rules: it says of them what the engine says.</summary>
    public static IReadOnlyList<string> AlikeWithDeferAndStream { get; } =
    [
        "{ dog { ... @defer { id } } }", "{ dog { ...F @defer(label: \"a\") } } fragment F on Dog { id }", "{ dog { ... @defer(label: \"a\") { id } friends @stream(label: \"b\", initialCount: 1) { id } } }", "{ animals @stream(initialCount: 1) { id } }",
        "query ($v: Boolean!) { dog { ... @defer(if: $v) { id } } }", "subscription { born { ... @defer(if: false) { id } } }", "mutation { rename(id: 1, name: \"x\") { ... @defer { id } } }", "{ old @defer }", "{ ... @stream { old } }", "query @defer { old }",
        "{ dog { friends @stream { id } friends { id } } }", "{ dog { friends @stream { id } friends @stream { id } } }", "{ dog { ... @defer(if: \"x\") { id } } }", "{ dog { ... @defer(unknown: 1) { id } } }", "{ dog { ... @defer @defer { id } } }", "{ animals @stream(if: null, label: null) { id } }",
    ];

    public static Dictionary<string, string[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["5.1.1 ExecutableDefinitionsRule"] = ["{ old }", "{ old } type T { a: Int }", "{ old } extend type Query { a: Int }", "{ old } schema { query: Query }", "{ old } directive @d on FIELD"],
        ["5.2.1.1 KnownOperationTypesRule"] = ["{ old }", "mutation { rename(id: 1, name: \"x\") { id } }", "subscription { born { id } }"],
        ["5.2.2.1 UniqueOperationNamesRule"] = ["query A { old } query B { old }", "query A { old } query A { old }", "query A { old } mutation A { rename(id: 1, name: \"x\") { id } }", "query A { old } fragment A on Query { old }", "query A { old } query A { old } query A { old }"],
        ["5.2.3.1 LoneAnonymousOperationRule"] = ["{ old }", "{ old } { dog { id } }", "query A { old } { old }", "{ old } subscription { born { id } }", "{ old } fragment F on Query { old }"],
        ["5.2.4.1 SingleFieldSubscriptionsRule"] =
        [
            "subscription { born { id } }", "subscription A { born { id } fed { at } }", "subscription { born { id } ...F } fragment F on Subscription { fed { at } }", "subscription { __typename }", "subscription { ...F } fragment F on Subscription { born { id } }",
            "subscription { born @skip(if: true) { id } }", "subscription ($v: Boolean!) { born @include(if: $v) { id } }", "subscription { born { id } ... { fed { at } } }", "subscription { born { id } born { age } }", "subscription { a: born { id } b: born { id } }",
        ],
        ["5.5.1.2 KnownTypeNamesRule"] = ["{ dog { ... on Dog { id } } }", "{ dog { ... on Dgo { id } } }", "query ($v: Unknown) { old }", "fragment F on Nothing { id }", "query ($v: [Filtre!]!) { old }"],
        ["5.5.1.3 FragmentsOnCompositeTypesRule"] = ["fragment F on Animal { id }", "fragment F on Order { id }", "{ ... on Filter { name } }", "fragment F on Living { __typename }", "{ dog { ... on String { id } } }"],
        ["5.8.2 VariablesAreInputTypesRule"] = ["query ($v: Filter, $w: [Order!]!) { old }", "query ($v: Dog) { old }", "query ($v: [Animal!]!, $w: Living) { old }", "query ($v: Unknown) { old }"],
        ["5.3.3 ScalarLeafsRule"] = ["{ dog { id } }", "{ dog }", "{ old { id } }", "{ dog { volume { a } owner } }", "{ animals { id } feeding { meta { a } at } }", "{ __typename { a } }", "{ __schema }"],
        ["5.3.1 FieldsOnCorrectTypeRule"] =
        [
            "{ dog { id __typename } }", "{ dgo { id } }", "{ animal { nickname } }", "{ find(by: {id: 1}) { name } }", "{ find(by: {id: 1}) { __typename } }", "{ dog { nicknam } }", "mutation { __schema { types { name } } }", "{ dog { __schema { types { name } } } }",
            "{ animal { volume } }", "{ feeding { by { name } } }", "{ dog { ... on Cat { lives knows } } }", "{ dog { unknown { deeper } } }",
        ],
        ["5.5.1.1 UniqueFragmentNamesRule"] = ["fragment F on Query { old } fragment G on Query { old }", "fragment F on Query { old } fragment F on Dog { id }", "query F { old } fragment F on Query { old }"],
        ["5.5.2.1 KnownFragmentNamesRule"] = ["{ ...F } fragment F on Query { old }", "{ ...G } fragment F on Query { old }", "{ dog { ...A ... on Dog { ...B } } } fragment A on Dog { ...C }"],
        ["5.5.1.4 NoUnusedFragmentsRule"] = ["{ ...F } fragment F on Query { old }", "{ old } fragment F on Query { old }", "{ ...F } fragment F on Query { ...G } fragment G on Query { old } fragment H on Query { ...H }", "fragment F on Query { old }"],
        ["5.5.2.3 PossibleFragmentSpreadsRule"] =
        [
            "{ animal { ... on Dog { id } } }", "{ dog { ... on Cat { id } } }", "{ dog { ...F } } fragment F on Cat { id }", "{ find(by: {id: 1}) { ... on Animal { id } ... on Machine { __typename } } }", "{ feeding { by { ... on Living { __typename } ... on Dog { id } } } }", "{ feeding { by { ... on Animal { id } } } }",
            "{ dog { ... on Unknown { id } } }", "{ animal { ... on Robot { id } } }",
        ],
        ["5.5.2.2 NoFragmentCyclesRule"] =
        [
            "fragment A on Query { ...B } fragment B on Query { old }", "fragment A on Query { ...A }", "fragment A on Query { ...B } fragment B on Query { ...A }", "fragment A on Query { ...B ...C } fragment B on Query { ...C } fragment C on Query { ...A }",
            "fragment A on Query { ... { ...A } }", "fragment A on Query { ...Unknown }", "fragment A on Query { ...B ...B } fragment B on Query { old }",
        ],
        ["5.8.1 UniqueVariableNamesRule"] = ["query ($a: Int, $b: Int) { old }", "query ($a: Int, $a: String) { old }", "query A($a: Int) { old } query B($a: Int) { old }", "query ($a: Int, $a: Int, $b: Int, $b: Int) { old }"],
        ["5.8.3 NoUndefinedVariablesRule"] = ["query ($n: Int!) { animals(first: $n) { id } }", "{ animals(first: $n) { id } }", "query A { ...F } query B($n: Int) { ...F } fragment F on Query { animals(first: $n) { id } }", "query A($a: ID) { animals(after: $a, where: {name: $b, ages: [$c]}) { id } }", "{ old @skip(if: $v) }"],
        ["5.8.4 NoUnusedVariablesRule"] = ["query ($n: Int!) { animals(first: $n) { id } }", "query ($n: Int) { old }", "query A($n: Int, $m: Int) { ...F } fragment F on Query { animals(first: $n) { id } }", "query ($v: Boolean! @onVariable) { old @skip(if: $v) }", "query A($n: Int) { old } query B($n: Int!) { animals(first: $n) { id } }"],
        ["5.7.1, 5.7.2 KnownDirectivesRule"] = ["query @onQuery { old @onField }", "{ old @unknown }", "query @onField { old @onQuery }", "query ($v: Int @onVariable) { ...F @onFragment } fragment F on Query @onFragment { old }", "{ ... @skip(if: true) { old } ...F @onField }", "query ($v: Int @onQuery) { old }", "mutation @onQuery { rename(id: 1, name: \"\") { id } }"],
        ["5.7.3 UniqueDirectivesPerLocationRule"] = ["{ old @tag(name: \"a\") @tag(name: \"b\") }", "{ old @onField @onField }", "{ old @onField dog @onField { id } }", "{ old @skip(if: true) @skip(if: false) @include(if: true) @include(if: true) }", "query @onQuery @onQuery { old }", "{ old @unknown @unknown }"],
        ["5.4.1 KnownArgumentNamesRule"] = ["{ animals(first: 1) { id } }", "{ animals(frist: 1) { id } }", "{ old(a: 1) }", "{ old @skip(iff: true) }", "{ old @onField(a: 1) @tag(name: \"x\", wieght: 1) }", "{ unknown(a: 1) @unknown(b: 2) }", "{ dog { volume(unti: SONE) } }"],
        ["5.4.2 UniqueArgumentNamesRule"] = ["{ animals(first: 1, after: 2) { id } }", "{ animals(first: 1, first: 1) { id } }", "{ old @skip(if: true, if: false) }", "{ animals(first: 1, first: 2, first: 3, after: 1, after: 1) { id } }"],
        ["5.6.1, 5.6.2, 5.6.4 ValuesOfCorrectTypeRule"] =
        [
            "{ animals(first: 1, order: [NAME]) { id } }", "{ animals(first: \"1\") { id } }", "{ animals(first: null) { id } }", "{ animals(first: 99999999999) { id } }", "{ animals(order: NAME) { id } }", "{ animals(order: [NAEM]) { id } }", "{ animals(order: [\"NAME\", null]) { id } }", "{ animals(after: 1.5) { id } }",
            "{ find(by: {id: 1}) { __typename } }", "{ find(by: {}) { __typename } }", "{ find(by: {id: 1, name: \"\"}) { __typename } }", "{ find(by: {id: null}) { __typename } }", "query ($v: ID) { find(by: {id: $v}) { __typename } }", "{ find(by: {tag: {number: 1, letters: \"x\"}}) { __typename } }", "{ find(by: {tag: {number: 1}}) { __typename } }",
            "{ animals(where: {nmae: \"x\"}) { id } }", "{ animals(where: {name: 1, ages: [1, \"2\"], not: {size: true}}) { id } }", "{ animals(where: [1]) { id } }", "{ feeding(at: \"x\", meta: {a: [1, {b: C}]}) { at } }", "query ($v: Int = \"x\", $w: Filter = {name: 5}) { old }", "{ old @skip(if: \"true\") }", "{ dog { knows(command: sit) name(short: 1) } }",
        ],
        ["5.4.2.1 ProvidedRequiredArgumentsRule"] = ["{ keeper(id: 1) { id } }", "{ keeper { id } }", "{ old @skip }", "{ animals { id } }", "{ old @tag(weight: 1) }", "mutation { rename(id: 1) { id } feed { at } }", "{ unknown }"],
        ["5.8.5 VariablesInAllowedPositionRule"] =
        [
            "query ($v: Int!) { animals(first: $v) { id } }", "query ($v: Int) { animals(first: $v) { id } }", "query ($v: ID) { keeper(id: $v) { id } }", "query ($v: ID = 1) { keeper(id: $v) { id } }", "query ($v: String) { animals(after: $v) { id } }", "query ($v: Order) { animals(order: [$v]) { id } }", "query ($v: [Order]) { animals(order: $v) { id } }",
            "query ($v: Boolean) { old @skip(if: $v) }", "query ($v: ID) { find(by: {id: $v}) { __typename } }", "query ($v: ID = null) { keeper(id: $v) { id } }", "query ($v: Int) { ...F } fragment F on Query { animals(after: $v) { id } }",
        ],
        ["5.3.2 OverlappingFieldsCanBeMergedRule"] =
        [
            "{ dog { id id name n: name } }", "{ dog { n: name n: nickname } }", "{ dog { name name(short: true) } }", "{ animal { ... on Dog { volume } ... on Cat { volume } } }", "{ animal { ... on Dog { x: nickname } ... on Cat { x: nickname } } }", "{ animal { ... on Dog { x: name } ... on Cat { x: nickname } } }",
            "{ dog { owner { id } } dog { owner { id: name } } }", "{ ...A ...B } fragment A on Query { x: dog { id } } fragment B on Query { x: cat { id } }", "{ a: dog { id } a: cat { id } }", "{ animals(first: 1) { id } animals(first: 2) { id } }", "query ($v: Int!) { animals(first: $v) { id } animals(first: $v) { age } }",
            "{ animal { ... on Dog { x: mother { a: id } } ... on Cat { x: mother { a: age } } } }",
        ],
        ["5.6.3 UniqueInputFieldNamesRule"] = ["{ animals(where: {name: \"a\", not: {name: \"b\"}}) { id } }", "{ animals(where: {name: \"a\", name: \"b\"}) { id } }", "{ feeding(meta: {a: 1, a: 2, b: {c: 1, c: 1}}) { at } }", "query ($v: Filter = {name: \"a\", name: \"a\"}) { old }"],
        ["none MaxIntrospectionDepthRule"] = ["{ __schema { types { fields { type { fields { name } } } } } }", $"{{ __schema {{ types {{ {Deeper} }} }} }}", $"{{ __type(name: \"Dog\") {{ {Deeper} }} }}", $"{{ __type(name: \"Dog\") {{ ...F }} }} fragment F on __Type {{ {Deeper} }}", "{ __schema { types { interfaces { possibleTypes { interfaces { name } } } } } }"],
        ["none NoDeprecatedCustomRule"] = ["{ dog { id } }", "{ old }", "{ cat { lives } }", "{ animals(order: [SIZE]) { id } }", "{ animals(where: {size: 1, not: {size: 2}}) { id } }", "query ($v: Order = SIZE) { old }"],
        ["none NoSchemaIntrospectionCustomRule"] = ["{ __typename dog { __typename } }", "{ __schema { types { name } } }", "{ __type(name: \"Dog\") { name fields { name } } }", "{ ...F } fragment F on Query { s: __schema { queryType { name } } }"],

        // Of directives that aren't part of the specification: the engine knows these rules by name, and reports nothing by them (see SilentRules).
        ["none DeferStreamDirectiveOnRootFieldRule"] = ["{ old @onField }"],
        ["none DeferStreamDirectiveOnValidOperationsRule"] = ["subscription { born { ... @onFragment { id } } }"],
        ["none DeferStreamDirectiveLabelRule"] = ["{ ... @onFragment { old } }"],
        ["none StreamDirectiveOnListFieldRule"] = ["{ dog @onField { id } }"],
    };
}
