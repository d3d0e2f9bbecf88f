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
  printSchema: ({ schema }) => ({ text: printSchema(assemble(schema)) }),
  extendSchema: ({ schema, extension }) => ({ text: printSchema(extend(build(schema), parse(extension))) }),
  findElement: ({ schema, coordinate }) => ({ element: coordinateOf(graphql.resolveSchemaCoordinate(build(schema), coordinate)) }),
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

/** What passes the rules for SDL is made into a schema, which is then looked at. */
function schemaErrors(sdl) {
  try {
    return validateSchema(assemble(sdl));
  } catch (error) {
    return error.errors ?? [error];
  }
}

function assemble(sdl) {
  const document = parse(sdl);
  requireNone(validateSDL(document));
  return graphql.buildASTSchema(document, { assumeValidSDL: true });
}

function requireNone(errors) {
  if (errors.length > 0) {
    throw new AggregateError(errors);
  }
}

function extend(schema, extension) {
  requireNone(validateSDL(extension, schema));
  const extended = graphql.extendSchema(schema, extension, { assumeValidSDL: true });
  requireNone(validateSchema(extended));
  return extended;
}

function coordinateOf(found) {
  const { directiveArgument, directive, fieldArgument, enumValue, inputField, field, type } = found ?? {};
  const element = directiveArgument ?? directive ?? fieldArgument ?? enumValue ?? inputField ?? field ?? type;
  return element === undefined ? null : String(element);
}

// Many requests in a row ask the same schema.
const schemas = new Map();

function build(sdl) {
  let schema = schemas.get(sdl);
  if (schema === undefined) {
    if (schemas.size >= 100) {
      schemas.clear();
    }
    schema = assemble(sdl);
    requireNone(validateSchema(schema));
    schemas.set(sdl, schema);
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
