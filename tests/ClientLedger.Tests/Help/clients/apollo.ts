// The guide's examples with Apollo Client and the types that graphql-codegen makes of the ledger's schema.
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { HistoryDocument, MakeDocument, MoveDocument, PageDocument } from './gql/graphql.js';
import { endpoint, key } from './environment.js';

const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({ uri: endpoint, headers: { Authorization: `Bearer ${key}` } }),
});

const made = await client.mutate({ mutation: MakeDocument, variables: { values: { number: 'A-1', name: 'Apollo Ltd' } } });
const customer = made.data!.createCustomer!.customer!;
const moved = await client.mutate({ mutation: MoveDocument, variables: { id: customer.id, version: customer.version } });

const page = await client.query({ query: PageDocument, variables: {} });
const history = await client.query({ query: HistoryDocument, variables: { id: customer.id } });

// The cache knows the record by its global id and type, so that the list shows what the mutation told.
const cached = (client.cache.extract() as Record<string, { city?: string }>)[client.cache.identify({ __typename: 'Customer', id: customer.id })!]!;

// A wrong name is no field of the schema: the types say so before the server does.
// @ts-expect-error
void page.data!.customers!.nodes[0]?.nothing;

console.log(JSON.stringify({
  outcome: made.data!.createCustomer!.outcome,
  moved: moved.data!.updateCustomer!.customer!.city,
  cached: cached.city,
  names: page.data!.customers!.nodes.map(node => node.name),
  versions: history.data!.history!.nodes.map(entry => entry.version),
}));
