using System.Globalization;
using System.Text;

namespace ClientLedger.Benchmarks.Engine;

/// <summary>Documents as clients and hosts have them, large and small.</summary>
internal static class Documents
{
    /// <summary>A page of records with what belongs to them: what an application sends most.</summary>
    public const string Page =
        """
        query CustomersPage($where: CustomerFilter, $first: Int = 50, $after: String, $withOrders: Boolean = false) {
          customers(where: $where, first: $first, after: $after, orderBy: [{ field: NAME, direction: ASC }, { field: CREATED_AT, direction: DESC }]) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges {
              cursor
              node {
                ...CustomerRow
                contacts(first: 3) { edges { node { id name phone email isPrimary } } }
                orders(first: 5) @include(if: $withOrders) { edges { node { id number total { amount currency } placedAt } } }
              }
            }
          }
          me { id name permissions(scope: "customers") }
        }

        fragment CustomerRow on Customer {
          __typename
          id
          name
          industry { id label }
          owner { ...Person }
          createdAt
          updatedAt
          tags
          ... on Organisation { taxNumber employees headquarters { street city country } }
          ... on Individual { birthday gender }
        }

        fragment Person on Person { id name avatar(size: 48) }
        """;

    /// <summary>A short one.</summary>
    public const string Short = "query Customer($id: ID!) { customer(id: $id) { id name owner { id name } } }";

    /// <summary>What tools ask of a schema before they do anything else.</summary>
    public const string Introspection =
        """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }

        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }

        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }

        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    /// <summary>A mutation with much input written in place.</summary>
    public static string Input { get; } = Repeated(
        "mutation Import {\n", 60, "  c{0}: createCustomer(input: {{ name: \"Customer number {0} 客户\", size: {0}, rating: {0}.5, active: true, tags: [\"new\", \"import\", \"row-{0}\"], address: {{ city: \"Zürich\", zip: \"80{0}\" }} }}) {{ customer {{ id }} userErrors {{ code message }} }}\n", "}");

    /// <summary>A schema of sixty types, described.</summary>
    public static string Schema { get; } = Repeated(
        "type Query { customer: Type0 }\n", 60, "\"\"\"\nType number {0}.\n\"\"\"\ntype Type{0} implements Node & Named @key(fields: \"id\") {{\n  \"The id.\"\n  id: ID!\n  name(short: Boolean = false, locale: String = \"en\"): String\n  parent: Type{0}\n  items(first: Int = 10, after: String, where: Filter{0}): [Type{0}!]! @deprecated(reason: \"Use `list`.\")\n  amount: Float\n}}\n", "interface Node { id: ID! }");

    private static string Repeated(string before, int count, string each, string after)
    {
        var text = new StringBuilder(before);
        var format = CompositeFormat.Parse(each);
        for (var index = 0; index < count; index++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, format, index);
        }

        return text.Append(after).ToString();
    }
}
