// From nothing to a copy that stays current, with graphql-request and typed documents.
import { ClientError, GraphQLClient } from 'graphql-request';
import { BringDocument, FollowDocument, HeldDocument, MoveDocument, PageDocument } from './gql/graphql.js';
import { endpoint, key } from './environment.js';

const client = new GraphQLClient(endpoint, { headers: { Authorization: `Bearer ${key}` } });
const copy = new Map<string, { city?: string | null }>();

async function readAll() {
  for (let after: string | null | undefined; ;) {
    const page = (await client.request(PageDocument, { after })).customers!;
    for (const row of page.nodes) copy.set(row.id, row);
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function follow(after: string) {
  for (let hasMore = true; hasMore;) {
    const { changes: told } = await client.request(FollowDocument, { after });
    for (const change of told!.changes) {
      if (change.gone) copy.delete(change.id);
      else if (change.record && 'city' in change.record) copy.set(change.id, change.record);
    }
    ({ cursor: after, hasMore } = told!);
  }
}

const { changes: beginning } = await client.request(FollowDocument, {});
const rows = Array.from({ length: 250 }, (_, i) => ({ number: `R-${i}`, name: `Request ${i}` }));
const { upsertCustomers: brought } = await client.request(BringDocument, { rows });
await readAll();
const [first] = brought!.results;
await client.request(MoveDocument, { id: first!.id!, version: null });
await follow(beginning!.cursor);
const ids = [...copy.keys()];
const { nodes } = await client.request(HeldDocument, { ids: [...ids.slice(0, 100), 'cus_0000000000000'] });

let refused = '';
try {
  await new GraphQLClient(endpoint, { headers: { Authorization: 'Bearer key_nobody' } }).request(PageDocument, {});
} catch (error) {
  refused = error instanceof ClientError ? `${error.response.status} ${error.response.errors?.[0]?.extensions?.code}` : String(error);
}

console.log(JSON.stringify({
  applied: brought!.applied,
  copied: ids.length,
  city: copy.get(first!.id!)?.city,
  held: nodes.filter(node => node !== null).length,
  gone: nodes.filter(node => node === null).length,
  refused,
}));
