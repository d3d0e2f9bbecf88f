// Measures itself: each line asks for one kind of work, done again and again for so many milliseconds; answered by how often it was done and how long that took.
import { createInterface } from 'node:readline';
import { parse } from 'graphql';

/** Makes of a request what is measured. */
const works = {
  parse: ({ document }) => () => parse(document),
};

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { work, milliseconds, ...request } = JSON.parse(line);
  const call = works[work](request);
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
