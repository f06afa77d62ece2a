import * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Where a schema of this name stands in the document. */
export const placeOf = (name: string): string => `#/components/schemas/${name}`;

/** `input`: what is taken; `output`: what is told. */
type Io = 'input' | 'output';

type Subject = { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: JsonSchema };

/**
 * Says what JSON Schema has words for in these, and leaves out what only this code would understand. An object that just
 * drops what it does not know takes more fields, now or later: only a strict one is closed.
 */
const inPlainWords =
  (io: Io) =>
  ({ zodSchema, jsonSchema }: Subject): void => {
    if (jsonSchema.format === 'starts_with') delete jsonSchema.format;
    if (zodSchema instanceof z.ZodISODateTime) jsonSchema.format = 'date-time';
    if (zodSchema instanceof z.ZodISODate) jsonSchema.format = 'date';
    // Every number that JSON can hold for sure is no bound.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') withoutCalendar(jsonSchema);
    if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
      delete jsonSchema.additionalProperties;
    if (zodSchema instanceof z.ZodRecord && jsonSchema.required !== undefined) nameProperties(jsonSchema, io);
  };

/** A record that has to have certain names, such as a text in every language, is an object with these. */
function nameProperties(jsonSchema: JsonSchema, io: Io): void {
  const { required = [], additionalProperties = {} } = jsonSchema;
  delete jsonSchema.propertyNames;
  jsonSchema.properties = Object.fromEntries(required.map((name) => [name, additionalProperties]));
  // More may be told some day, such as a text in another language, and is not taken before that.
  if (io === 'input') jsonSchema.additionalProperties = false;
  else delete jsonSchema.additionalProperties;
}

/** A pattern with the lengths of months and the leap years says no more than the format, and takes five lines. */
function withoutCalendar(jsonSchema: JsonSchema): void {
  const patterns = [jsonSchema.pattern, ...(jsonSchema.allOf ?? []).map(({ pattern }) => pattern)];
  delete jsonSchema.allOf;
  delete jsonSchema.pattern;
  const pattern = patterns.find((one) => one !== undefined && !one.includes('-02-29'));
  if (pattern !== undefined) jsonSchema.pattern = pattern;
}

const withoutAddress = (jsonSchema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(jsonSchema).filter(([name]) => name !== '$schema' && name !== '$id'));

/** JSON Schemas by name, which refer to each other by it. */
export function namedSchemas(named: Readonly<Record<string, z.ZodType>>, io: Io): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: placeOf, override: inPlainWords(io) });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutAddress(schema)]));
}

/** The JSON Schema of a value that is taken, by itself. */
export const plainSchema = (schema: z.ZodType): JsonSchema =>
  withoutAddress(z.toJSONSchema(schema, { io: 'input', override: inPlainWords('input') }));
