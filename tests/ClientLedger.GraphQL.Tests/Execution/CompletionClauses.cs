namespace ClientLedger.GraphQL.Tests.Execution;

/// <summary>Cases for completing values (6.4.3) and handling errors (6.4.4).</summary>
internal static class CompletionClauses
{
    private static readonly string Schema = ExecutionClauses.FullSchema;

    public static Dictionary<string, ExecutionCase[]> All { get; } = new(StringComparer.Ordinal)
    {
        ["6.4.3 scalars and enums"] =
        [
            new(Schema, "{ a b float bool id color any }", """{"a":"x","b":1,"float":1.5,"bool":true,"id":"i","color":"RED","any":{"x":[1,null,"y",{"z":1.50}]}}"""),
            new(Schema, "{ a b float bool id color any }", """{"a":1,"b":1.0,"float":1,"bool":1,"id":7,"color":"GREEN","any":"x"}"""),
            new(Schema, "{ a b float bool id any }", """{"a":true,"b":"5","float":"1.5","bool":0,"id":"","any":1e3}"""),
            new(Schema, "{ a b float bool any }", """{"a":1.50,"b":true,"float":true,"bool":0.5,"any":[]}"""),
            new(Schema, "{ a }", """{"a":[1]}"""),
            new(Schema, "{ a }", """{"a":{"x":1}}"""),
            new(Schema, "{ b }", """{"b":1.5}"""),
            new(Schema, "{ b }", """{"b":"x"}"""),
            new(Schema, "{ b }", """{"b":""}"""),
            new(Schema, "{ b }", """{"b":2147483648}"""),
            new(Schema, "{ b }", """{"b":[]}"""),
            new(Schema, "{ float }", """{"float":"x"}"""),
            new(Schema, "{ float }", """{"float":{}}"""),
            new(Schema, "{ bool }", """{"bool":"true"}"""),
            new(Schema, "{ id }", """{"id":1.5}"""),
            new(Schema, "{ id }", """{"id":false}"""),
            new(Schema, "{ color }", """{"color":"PURPLE"}"""),
            new(Schema, "{ color }", """{"color":{"a":{"b":{"c":{}}}}}"""),
            new(Schema, "{ a list }", """{"a":"tab\t quote\" back\\ nul\u0000 é 客户 😀 / </script>","list":["\u2028","\ud83d\ude00"]}"""),
            new(Schema, "{ float any }", """{"float":1e21,"any":[1e-7,123456789012345680000,0.1]}"""),
            new(Schema, "{ float }", """{"float":-0.0}"""),
        ],
        ["6.4.3 lists"] =
        [
            new(Schema, "{ list mustList mustMustList nested nestedMust }", """{"list":["a",null,"b"],"mustList":["a"],"mustMustList":[],"nested":[[1,null],null,[]],"nestedMust":[[1],[2,3]]}"""),
            new(Schema, "{ list }", """{"list":"text"}"""),
            new(Schema, "{ list }", """{"list":{"0":"a"}}"""),
            new(Schema, "{ list }", """{"list":5}"""),
            new(Schema, "{ list }", """{"list":["a",{},"c"]}"""),
            new(Schema, "{ mustList a }", """{"mustList":["a",null,"c"],"a":"x"}"""),
            new(Schema, "{ mustMustList a }", """{"mustMustList":["a",{},"c"],"a":"x"}"""),
            new(Schema, "{ mustMustList a }", """{"a":"x"}"""),
            new(Schema, "{ nested }", """{"nested":[[1],[2,"x"],3]}"""),
            new(Schema, "{ nestedMust }", """{"nestedMust":[[1],[2,null]]}"""),
            new(Schema, "{ nestedMust }", """{"nestedMust":[[1],null]}"""),
            new(Schema, "{ nestedMust }", """{"nestedMust":[[1],4]}"""),
        ],
        ["3.5 numbers as texts, and texts as numbers"] =
        [
            .. ((string[])["1e-7", "-2.5e-9", "1e23", "5e-324", "1.7976931348623157e308", "123456789012345680000", "1e21", "0.000001", "0.1", "-0", "-0.0", "1.10", "100"])
                .Select(number => new ExecutionCase(Schema, "{ a b id color bool float }", $$"""{"a":{{number}},"b":{{number}},"id":{{number}},"color":{{number}},"bool":{{number}},"float":{{number}}}""")),
            .. ((string[])["0x1F", "0X1f", "0o17", "0b101", "0x", "0b102", "-0x1", " 12 ", "+1", "1.", ".5", "1e2", "Infinity", "", " ", "1\\u0000", "1_0"])
                .Select(text => new ExecutionCase(Schema, "{ b float }", $$"""{"b":"{{text}}","float":"{{text}}"}""")),
        ],
        ["3.5 texts in errors"] =
        [
            .. ((string[])["\\u0000\\u001f\\u007f\\u0080", "é客\\u2028\\u2029", "\\ud83d\\ude00", "\\\"\\\\/\\b\\f\\n\\r\\t", "<>&'+"])
                .Select(text => new ExecutionCase(Schema, "query ($v: Boolean) { b bool color echo(number: 1) }", $$"""{"b":"{{text}}","bool":"{{text}}","color":"{{text}}"}""")),
            new(Schema, "query ($v: Int) { echo(number: $v) }", Variables: """{"v":"\ud83d\ude00\u2028\u007f\u001b"}"""),
        ],
        ["6.4.3 objects"] =
        [
            new(Schema, "{ me { name friends { name pet { name } } } }", """{"me":{"name":"a","friends":[{"name":"b"},null,{"pet":{"__typename":"Dog","name":"d"}}]}}"""),
            new(Schema, "{ me }", """{"me":{"name":"a"}}"""),
            new(Schema, "{ me { } }", """{"me":{"name":"a"}}"""),
            new(Schema, "{ me { name } }", """{"me":"text"}"""),
            new(Schema, "{ me { name } }", """{"me":5}"""),
            new(Schema, "{ a { name } }", """{"a":"x"}"""),
            new(Schema, "{ a }", "5"),
            new(Schema, "{ must }", "null"),
        ],
        ["6.4.3 abstract types"] =
        [
            new(Schema, "{ pet { name ... on Dog { barks } ... on Cat { meows lives } } }", """{"pet":{"__typename":"Cat","name":"c","meows":true,"lives":9,"barks":false}}"""),
            new(Schema, "{ pets { __typename name ... on Dog { barks } ... on Pet { must } } }", """{"pets":[{"__typename":"Cat","must":"1"},{"__typename":"Dog","must":"2","barks":true},{"__typename":"Cat","must":"3"}]}"""),
            new(Schema, "{ things { ... on Pet { name } ... on Person { name age } ... on Rock { weight } } }", """{"things":[{"__typename":"Rock","weight":1},{"__typename":"Dog","name":"d"},null,{"__typename":"Person","age":2}]}"""),
            new(Schema, "{ pet { name } }", """{"pet":{"name":"c"}}"""),
            new(Schema, "{ pet { name } }", """{"pet":{"__typename":5}}"""),
            new(Schema, "{ pet { name } }", """{"pet":"Dog"}"""),
            new(Schema, "{ pet { name } }", """{"pet":{"__typename":"Unknown"}}"""),
            new(Schema, "{ pet { name } }", """{"pet":{"__typename":"Color"}}"""),
            new(Schema, "{ pet { name } }", """{"pet":{"__typename":"Rock"}}"""),
            new(Schema, "{ any1 { __typename } }", """{"any1":{"__typename":"Cat"}}"""),
            new(Schema, "{ pets { name } }", """{"pets":[{"__typename":"Dog"},{"__typename":"Rock"}]}"""),
        ],
        ["6.4.4 null goes up to the nearest that may be null"] =
        [
            new(Schema, "{ must a }", """{"a":"x"}"""),
            new(Schema, "{ me { must name } a }", """{"me":{"name":"n"},"a":"x"}"""),
            new(Schema, "{ mustMe { must name } a }", """{"mustMe":{"name":"n"},"a":"x"}"""),
            new(Schema, "{ me { mustFriend { mustFriend { must } } } a }", """{"me":{"mustFriend":{"mustFriend":{}}},"a":"x"}"""),
            new(Schema, "{ people { name must } a }", """{"people":[{"must":"1"},{"name":"n"},{"must":"3"}],"a":"x"}"""),
            new(Schema, "{ mustPeople { name must } a }", """{"mustPeople":[{"must":"1"},{"name":"n"},{"must":"3"}],"a":"x"}"""),
            new(Schema, "{ allPeople { name must } a }", """{"allPeople":[{"must":"1"},{"name":"n"},{"must":"3"}],"a":"x"}"""),
            new(Schema, "{ people { mustFriends { must } } }", """{"people":[{"mustFriends":[{"must":"x"}]},{"mustFriends":[{"must":"x"},{}]},{"mustFriends":[]}]}"""),
            new(Schema, "{ pets { must } a }", """{"pets":[{"__typename":"Dog","must":"x"},{"__typename":"Cat"}],"a":"x"}"""),
            new(Schema, "{ me { x: must y: must } }", """{"me":{}}"""),
            new(Schema, "{ me { must } me { must } x: me { must } }", """{"me":{}}"""),
        ],
    };
}
