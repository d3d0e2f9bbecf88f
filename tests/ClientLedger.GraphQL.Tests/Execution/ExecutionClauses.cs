namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Cases for the clauses of chapter 6 of the specification, one failure under a nullable parent at most.</summary>
internal static class ExecutionClauses
{
    private const string Schema = """
        type Query {
          a: String
          b: Int
          float: Float
          bool: Boolean
          id: ID
          color: Color
          any: Any
          must: String!
          list: [String]
          mustList: [String!]
          mustMustList: [String!]!
          nested: [[Int]]
          nestedMust: [[Int!]!]!
          me: Person
          mustMe: Person!
          people: [Person]
          mustPeople: [Person!]
          allPeople: [Person!]!
          pet: Pet
          pets: [Pet!]
          any1: Thing
          things: [Thing]
          echo(text: String, number: Int = 7, must: Int! = 3, filter: Filter, list: [Int!], color: Color = RED): String
          strict(number: Int!): String
          pick(one: Pick): String
        }
        type Mutation { first(n: Int): Person second: Person! third: Int }
        type Subscription { event: Int }
        type Person { name: String must: String! age: Int friend: Person mustFriend: Person! friends: [Person] mustFriends: [Person!]! pet: Pet }
        interface Pet { name: String must: String! }
        type Dog implements Pet { name: String must: String! barks: Boolean }
        type Cat implements Pet { name: String must: String! meows: Boolean lives: Int! }
        type Rock { weight: Int }
        union Thing = Dog | Person | Rock
        enum Color { RED GREEN BLUE }
        input Filter { text: String must: Int! deep: Filter color: Color = GREEN list: [String] }
        input Pick @oneOf { a: Int b: String }
        scalar Any
        """;

    public static Dictionary<string, ExecutionCase[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["6.1 an operation is chosen"] =
        [
            new(Schema, "query A { a } query B { b }", """{"a":"x","b":1}""", OperationName: "B"),
            new(Schema, "query A { a } query B { b }"),
            new(Schema, "query A { a } query B { b }", OperationName: "C"),
            new(Schema, "query A { a }", OperationName: ""),
            new(Schema, "fragment F on Query { a }"),
            new("type Query { a: Int }", "mutation { a }"),
            new("type Query { a: Int }", "subscription { a }"),
            new(Schema, "subscription { event }", """{"event":5}"""),
        ],
        ["6.1.2 variables are coerced"] =
        [
            new(Schema, "query ($t: String) { echo(text: $t) }", "{}", """{"t":1}"""),
            new(Schema, "query ($t: String!) { echo(text: $t) }"),
            new(Schema, "query ($t: String!) { echo(text: $t) }", "{}", """{"t":null}"""),
            new(Schema, "query ($t: String = \"x\") { echo(text: $t) }"),
            new(Schema, "query ($t: Int = \"x\") { b }"),
            new(Schema, "query ($t: Nothing) { b }"),
            new(Schema, "query ($t: Person) { b }"),
            new(Schema, "query ($f: Filter) { echo(filter: $f) }", "{}", """{"f":{"text":1,"deep":{"must":null},"colour":1}}"""),
            new(Schema, "query ($f: Filter) { echo(filter: $f) }", "{}", """{"f":[]}"""),
            new(Schema, "query ($f: [Filter!]!) { a }", "{}", """{"f":[{"must":1},null,{}]}"""),
            new(Schema, "query ($p: Pick) { pick(one: $p) }", "{}", """{"p":{"a":1,"b":"x"}}"""),
            new(Schema, "query ($p: Pick) { pick(one: $p) }", "{}", """{"p":{"a":null}}"""),
            new(Schema, "query ($c: Color) { a }", "{}", """{"c":"REDD"}"""),
            new(Schema, "query ($c: Color) { a }", "{}", """{"c":3}"""),
            new(Schema, "query ($a: Int, $b: Boolean, $c: ID, $d: Float) { a }", "{}", """{"a":1.5,"b":"true","c":1.5,"d":"1"}"""),
            new(Schema, "query ($a: Int) { a }", "{}", """{"a":2147483648}"""),
            new(Schema, "query ($a: [Int]) { a }", "{}", """{"a":[1,"x",3.5]}"""),
            new(Schema, "query ($a: [[Int]]) { a }", "{}", """{"a":5}"""),
            new(Schema, "query ($a: [Int!]) { a }", "{}", $$"""{"a":[{{string.Join(',', Enumerable.Repeat("null", 60))}}]}"""),
        ],
        ["6.2.2 mutations run one after the other"] =
        [
            new(Schema, "mutation { first { name } second { must } third }", """{"first":{"name":"x"},"second":{"must":"y"},"third":3}"""),
            new(Schema, "mutation { first { name } second { must } third }", """{"first":{"name":"x"},"second":{},"third":3}"""),
            new(Schema, "mutation { first(n: \"x\") { name } third }", """{"first":{"name":"x"},"third":3}"""),
        ],
        ["6.3.2 fields are collected and merged"] =
        [
            new(Schema, "{ a b x: a ...F ... on Query { me { name } } } fragment F on Query { me { age } a }", """{"a":"1","b":2,"me":{"name":"n","age":3}}"""),
            new(Schema, "{ me { friend { name } friend { age } } }", """{"me":{"friend":{"name":"n","age":1}}}"""),
            new(Schema, "{ ...F ...F } fragment F on Query { a ...G } fragment G on Query { b ...F }", """{"a":"1","b":2}"""),
            new(Schema, "{ a @skip(if: true) b @include(if: false) id @skip(if: false) @include(if: true) }", """{"a":"1","b":2,"id":"3"}"""),
            new(Schema, "query ($s: Boolean!, $i: Boolean!) { a @skip(if: $s) b @include(if: $i) ...F @skip(if: $s) ... @include(if: $i) { id } } fragment F on Query { float }", """{"a":"1","b":2,"id":"3","float":1.5}""", """{"s":true,"i":true}"""),
            new(Schema, "query ($s: Boolean!, $i: Boolean!) { a @skip(if: $s) b @include(if: $i) ...F @skip(if: $s) ... @include(if: $i) { id } } fragment F on Query { float }", """{"a":"1","b":2,"id":"3","float":1.5}""", """{"s":false,"i":false}"""),
            new(Schema, "query ($s: Boolean) { a @skip(if: $s) b }", """{"a":"1","b":2}"""),
            new(Schema, "query ($s: Boolean = true) { a @skip(if: $s) b }", """{"a":"1","b":2}""", """{"s":null}"""),
            new(Schema, "query ($s: Boolean) { me { name age @include(if: $s) } b }", """{"me":{"name":"n"},"b":2}"""),
            new(Schema, "{ me { name @skip(if: \"x\") } b }", """{"me":{"name":"n"},"b":2}"""),
            new(Schema, "query ($s: String) { a @skip(if: $s) b @include(if: $s) }", """{"a":"1","b":2}""", """{"s":"true"}"""),
            new(Schema, "{ unknown a ...Missing ... on Missing { b } ... on Color { b } }", """{"a":"1","b":2}"""),
            new(Schema, "{ __typename me { __typename } x: __typename }", """{"me":{}}"""),
            new(Schema, "{ a @skip }", """{"a":"1"}"""),
        ],
        ["6.4.1 arguments are coerced"] =
        [
            new(Schema, "{ strict }"),
            new(Schema, "{ strict(number: null) }"),
            new(Schema, "query ($n: Int) { strict(number: $n) }"),
            new(Schema, "query ($n: Int) { strict(number: $n) }", "{}", """{"n":null}"""),
            new(Schema, "{ echo(text: 1) }"),
            new(Schema, "{ echo(filter: { text: \"x\" }) }"),
            new(Schema, "{ echo(filter: { must: 1, deep: { must: \"x\" } }) }"),
            new(Schema, "{ echo(filter: { must: 1, unknown: 2 }) }"),
            new(Schema, "{ echo(filter: 3) }"),
            new(Schema, "{ echo(list: [1, null]) }"),
            new(Schema, "{ echo(list: 1.5) }"),
            new(Schema, "{ echo(color: \"RED\") }"),
            new(Schema, "{ echo(color: REDD) }"),
            new(Schema, "{ echo(must: null) }"),
            new(Schema, "query ($n: Int) { echo(must: $n) }", """{"echo":"x"}"""),
            new(Schema, "query ($n: Int) { echo(must: $n) }", """{"echo":"x"}""", """{"n":null}"""),
            new(Schema, "{ pick(one: { a: 1, b: \"x\" }) }"),
            new(Schema, "{ pick(one: { a: null }) }"),
            new(Schema, "query ($a: Int) { pick(one: { a: $a }) }"),
            new(Schema, "query ($a: Int) { pick(one: { a: $a }) }", "{}", """{"a":null}"""),
            new(Schema, "query ($v: Int) { echo(filter: { must: $v }) }"),
            new(Schema, "query ($v: [Int!]) { echo(list: $v) }", """{"echo":"x"}"""),
            new(Schema, "query ($v: Int!) { echo(list: [1, $v]) }", """{"echo":"x"}""", """{"v":2}"""),
            new(Schema, "query ($v: Int) { echo(list: [1, $v]) }", """{"echo":"x"}"""),
        ],
    };

    public static string FullSchema => Schema;
}
