// From nothing to a copy that stays current, with graphql-request and typed documents.
import { ClientError, GraphQLClient } from 'graphql-request';
import { BringDocument, HeldDocument, MoveDocument, PageDocument, SinceDocument } from './gql/graphql.js';
import type { SinceQuery } from './gql/graphql.js';
import { endpoint, key } from './environment.js';

const client = new GraphQLClient(endpoint, { headers: { Authorization: `Bearer ${key}` } });
type Row = NonNullable<SinceQuery['customers']>['nodes'][number];
const copy = new Map<string, Row>();
let newest = '1970-01-01T00:00:00Z';

function keep(rows: readonly Row[]) {
  for (const row of rows) {
    copy.set(row.id, row);
    newest = row.updatedAt! > newest ? row.updatedAt! : newest;
  }
}

async function readAll() {
  for (let after: string | null | undefined; ;) {
    const page = (await client.request(PageDocument, { after })).customers!;
    keep(page.nodes);
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

async function readChanges() {
  const moment = new Date(Date.parse(newest) - 60_000).toISOString();
  for (let after: string | null | undefined; ;) {
    const page = (await client.request(SinceDocument, { moment, after })).customers!;
    keep(page.nodes);
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

const rows = Array.from({ length: 250 }, (_, i) => ({ number: `R-${i}`, name: `Request ${i}` }));
const { upsertCustomers: brought } = await client.request(BringDocument, { rows });
await readAll();
const [first] = brought!.results;
await client.request(MoveDocument, { id: first!.id!, version: null });
await readChanges();
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
