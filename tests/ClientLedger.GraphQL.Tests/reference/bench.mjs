// Measures itself: each line asks for one kind of work, done again and again for so many milliseconds; answered by how often it was done and how long that took.
import { createInterface } from 'node:readline';
import { assertValidSchema, buildSchema, execute, parse, validate } from 'graphql';

/** Makes of a request what is measured. */
const works = {
  parse: ({ document }) => () => parse(document),
  validate: ({ schema, document }) => {
    const [known, parsed] = [built(schema), parse(document)];
    return () => validate(known, parsed);
  },
  execute: ({ schema, document, root }) => {
    const [known, parsed] = [built(schema), parse(document)];
    return () => execute({ schema: known, document: parsed, rootValue: root });
  },
};

// A schema is built and checked once for all rounds: neither is what is measured.
const schemas = new Map();

function built(sdl) {
  if (!schemas.has(sdl)) {
    const schema = buildSchema(sdl);
    assertValidSchema(schema);
    schemas.set(sdl, schema);
  }
  return schemas.get(sdl);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { work, milliseconds, ...request } = JSON.parse(line);
  const call = works[work](request);
  call();
  const start = process.hrtime.bigint();
  const end = start + BigInt(milliseconds) * 1_000_000n;
  let calls = 0;
  let now;
  do {
    for (let i = 0; i < 10; i++) {
      call();
    }
    calls += 10;
    now = process.hrtime.bigint();
  } while (now < end);
  process.stdout.write(JSON.stringify({ calls, microseconds: Number(now - start) / 1000 }) + '\n');
}
