// Relay's runtime with what its compiler made of the ledger's schema: pages of a connection that grow together, and a record by its global id.
import relay from 'relay-runtime';
import first from './__generated__/graphqlFirstQuery.graphql.js';
import next from './__generated__/graphqlNextQuery.graphql.js';
import byId from './__generated__/graphqlNodeQuery.graphql.js';
import { endpoint, key } from '../environment.js';

const { ConnectionHandler, Environment, Network, RecordSource, Store, fetchQuery } = relay;
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(async (request: { text: string | null }, variables: object) => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: request.text, variables }),
    });
    return answer.json();
  }),
});

function connection() {
  let seen: { names: unknown[]; cursor: unknown; more: unknown } | undefined;
  environment.commitUpdate((store: any) => {
    const list = ConnectionHandler.getConnection(store.getRoot(), 'graphql_list_customers', { orderBy: [{ field: 'name' }] })!;
    const info = list.getLinkedRecord('pageInfo')!;
    seen = {
      names: list.getLinkedRecords('edges')!.map((edge: any) => edge.getLinkedRecord('node').getValue('name')),
      cursor: info.getValue('endCursor'),
      more: info.getValue('hasNextPage'),
    };
  });
  return seen!;
}

await fetchQuery(environment, first, { count: 2 }).toPromise();
const one = connection();
await fetchQuery(environment, next, { count: 2, cursor: one.cursor }).toPromise();
const two = connection();
const id = environment.getStore().getSource().getRecordIDs().find((each: string) => each.startsWith('cus_') && !each.includes(':'));
const record = (await fetchQuery(environment, byId, { id }).toPromise()) as any;
console.log(JSON.stringify({ one: one.names.length, two: two.names.length, more: one.more, first: two.names[0], type: record.node.__typename, id: record.node.id === id }));
