// Answers the requests of the conformance driver (tests/ClientLedger.GraphQL.Conformance) with the reference implementation: JSON lines in, one JSON line out for each, in their order.
import { createInterface } from 'node:readline';
import * as graphql from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

const { parse, print, validate, validateSchema, execute, printSchema, GraphQLError } = graphql;

const actions = {
  parse: ({ document }) => {
    parse(document);
    return { ok: true };
  },
  print: ({ document }) => ({ ok: true, text: print(parse(document)) }),
  validateSchema: ({ schema }) => verdict(schemaErrors(schema)),
  printSchema: ({ schema }) => ({ text: printSchema(graphql.buildSchema(schema)) }),
  introspect: ({ schema }) => ({ data: graphql.introspectionFromSchema(build(schema)) }),
  validate: ({ schema, document, rules }) =>
    verdict(validate(build(schema), parse(document), rules?.map((name) => graphql[name]))),
  execute: ({ schema, document, operationName, variables, root }) =>
    execute({
      schema: build(schema),
      document: parse(document),
      operationName,
      variableValues: variables,
      rootValue: root,
    }),
};

/** The rules for SDL first; only what passes them is made into a schema, which is then looked at. */
function schemaErrors(sdl) {
  const document = parse(sdl);
  const errors = validateSDL(document);
  return errors.length > 0 ? errors : validateSchema(graphql.buildASTSchema(document, { assumeValidSDL: true }));
}

// Many requests in a row ask the same schema.
const schemas = new Map();

function build(sdl) {
  let schema = schemas.get(sdl);
  if (schema === undefined) {
    if (schemas.size >= 100) {
      schemas.clear();
    }
    const errors = schemaErrors(sdl);
    if (errors.length > 0) {
      throw new AggregateError(errors);
    }
    schemas.set(sdl, (schema = graphql.buildSchema(sdl)));
  }
  return schema;
}

function verdict(errors) {
  return errors.length === 0 ? { ok: true } : { ok: false, errors: errors.map(plain) };
}

function plain(error) {
  return error instanceof GraphQLError ? error.toJSON() : { message: String(error.message) };
}

async function answer(line) {
  const { id, action, ...request } = JSON.parse(line);
  try {
    const { data, errors, ...rest } = await actions[action](request);
    return { id, ...rest, data, errors: errors?.map((error) => (error instanceof GraphQLError ? plain(error) : error)) };
  } catch (error) {
    return { id, ok: false, errors: (error.errors ?? [error]).map(plain) };
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(await answer(line)) + '\n');
}
