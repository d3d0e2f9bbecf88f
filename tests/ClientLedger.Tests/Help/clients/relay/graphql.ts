// The documents of the Relay client. Its compiler finds them here and makes what relay/run.ts imports.
declare function graphql(text: TemplateStringsArray): unknown;

export const documents = () => [
  graphql`
    query graphqlFirstQuery($count: Int!) {
      ...graphql_list @arguments(count: $count)
    }
  `,
  graphql`
    fragment graphql_list on Query
    @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" })
    @refetchable(queryName: "graphqlNextQuery") {
      customers(first: $count, after: $cursor, orderBy: [{ field: name }]) @connection(key: "graphql_list_customers") {
        edges {
          node {
            id
            name
            orders(first: 2) { edges { node { id number amount } } }
          }
        }
      }
    }
  `,
  graphql`
    query graphqlNodeQuery($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Customer @alias(as: "customer") { name city }
      }
    }
  `,
];
