// Clients that others have written, against a server whose address each request names: JSON lines in, one JSON line out for each, in their order.
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { getMainDefinition } from '@apollo/client/utilities';
import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql';
import { auditServer } from 'graphql-http';
import * as sse from 'graphql-sse';
import * as ws from 'graphql-ws';

const actions = {
  audit: async ({ url }) => {
    const results = await auditServer({ url });
    return { audits: results.map(({ id, name, status, reason }) => ({ id, name, status, reason })) };
  },
  ws: async ({ url, query, take, payload }) => {
    let retries = 0;
    const client = ws.createClient({
      url: url.replace('http', 'ws'),
      connectionParams: payload,
      retryAttempts: 5,
      retryWait: async () => void retries++,
    });
    const answer = await collect(client, { query }, take);
    await client.dispose();
    return { ...answer, retries };
  },
  sse: async ({ url, query, take }) => {
    let retries = 0;
    const client = sse.createClient({ url, retryAttempts: 5, retry: async () => void retries++ });
    const answer = await collect(client, { query }, take);
    client.dispose();
    return { ...answer, retries };
  },
  apollo: async ({ url, query, mutation, subscription, take }) => {
    const sockets = ws.createClient({ url: url.replace('http', 'ws') });
    const isSubscription = ({ query }) => getMainDefinition(query).operation === 'subscription';
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.split(isSubscription, new GraphQLWsLink(sockets), new HttpLink({ uri: url })),
    });
    const answers = [await client.query({ query: gql(query) }), await client.mutate({ mutation: gql(mutation) })];
    const events = await new Promise((resolve, reject) => {
      const seen = [];
      const subscribed = client.subscribe({ query: gql(subscription) }).subscribe({
        next: ({ data }) => {
          seen.push(data);
          if (seen.length === take) {
            subscribed.unsubscribe();
            resolve(seen);
          }
        },
        error: reject,
      });
    });
    client.stop();
    await sockets.dispose();
    return { data: answers.map(({ data }) => data), events };
  },
  introspect: async ({ url, options }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: getIntrospectionQuery(options) }),
    });
    return { text: printSchema(buildClientSchema((await response.json()).data)) };
  },
  relay: ({ folder }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [relayCompiler, 'relay.config.json'], { cwd: folder, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  },
};

const relayCompiler = fileURLToPath(new URL('./node_modules/relay-compiler/cli.js', import.meta.url));

/** What a subscription gives: so many values, or all of them, and how it ended. */
function collect(client, request, take) {
  return new Promise((resolve) => {
    const values = [];
    let isLeft = false;
    const leave = client.subscribe(request, {
      next: (value) => {
        values.push(value);
        if (values.length === take) {
          isLeft = true;
          leave();
        }
      },
      error: (error) => resolve({ values, error: Array.isArray(error) ? error : { code: error.code, reason: error.reason, message: error.message } }),
      complete: () => resolve({ values, completed: !isLeft }),
    });
  });
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { action, ...request } = JSON.parse(line);
  let answer;
  try {
    answer = await actions[action](request);
  } catch (error) {
    answer = { thrown: String(error.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
