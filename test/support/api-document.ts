import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchema, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { apiDocument } from '../../functions/describe-api/document.ts';

const content = z.record(
  z.string(),
  z.object({ schema: z.record(z.string(), z.unknown()), example: z.unknown().optional() }),
);
const answerSchema = z.object({
  $ref: z.string().optional(),
  headers: z.record(z.string(), z.unknown()).default({}),
  content: content.default({}),
});
const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), answerSchema),
});
const documentSchema = z.object({
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({
    schemas: z.record(z.string(), z.record(z.string(), z.json())),
    responses: z.record(z.string(), answerSchema),
    headers: z.record(z.string(), z.object({ required: z.boolean() })),
  }),
});

/** The document as somebody who has only the document reads it. */
export const readDocument = documentSchema.parse(JSON.parse(JSON.stringify(apiDocument())));
export type Operation = z.infer<typeof operationSchema>;

/** Every operation by its route, such as `GET /v1/rules/{id}`. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(readDocument.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  ),
);

type Json = z.infer<ReturnType<typeof z.json>>;

/** What is said of a thing leaves room for more; here nothing may come that is not said. */
function closed(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  const isOpen = 'properties' in inner && inner['type'] === 'object' && !('additionalProperties' in inner);
  return isOpen ? { ...inner, additionalProperties: false } : inner;
}

function validatorOf(schemas: Json): (schema: AnySchema) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const address = 'https://kuultu.test/';
  const inPlace = <Schema>(schema: Schema): Schema =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${address}#/$defs/`)) as Schema;
  ajv.addSchema({ $id: address, $defs: inPlace(schemas) });
  const compiled = new Map<string, ValidateFunction>();
  return (schema) => {
    const key = JSON.stringify(schema);
    const judge = compiled.get(key) ?? ajv.compile(inPlace(schema));
    compiled.set(key, judge);
    return judge;
  };
}

/** Judges what is sent, as the document describes it. */
export const sentJudge = validatorOf(readDocument.components.schemas);
/** Judges what is told, and finds what the document does not describe. */
const toldJudge = validatorOf(closed(readDocument.components.schemas));

/** The operation of a route, or of a method and a path that a caller has asked for. */
function operationOf(route: string): Operation | undefined {
  const exact = operations.get(route);
  if (exact !== undefined) return exact;
  const fits = (template: string): boolean =>
    new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`).test(route);
  return [...operations].find(([template]) => fits(template))?.[1];
}

/** An answer of a function or of the running system. Names of headers are in lower case. */
type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

const mediaTypeOf = (headers: Answer['headers']): string =>
  String(headers['content-type']).split(';')[0]?.trim() ?? '';

/**
 * What is wrong with an answer, held against the document: its status, its headers, its media type, and what it holds.
 *
 * @returns nothing where all is as described, or where the document has no such route
 */
export function faultsOf(route: string, { status, headers, body }: Answer): string[] {
  const operation = operationOf(route);
  if (operation === undefined) return [];
  const said = operation.responses[String(status)];
  if (said === undefined) return [`${route} may not answer with ${status}`];
  const name = said.$ref?.replace('#/components/responses/', '');
  const described = name === undefined ? said : readDocument.components.responses[name];
  if (described === undefined) return [`there is no ${String(name)}`];
  const missing = Object.keys(described.headers)
    .filter((header) => readDocument.components.headers[header]?.required !== false)
    .filter((header) => headers[header.toLowerCase()] === undefined)
    .map((header) => `${route} ${status} comes without ${header}`);
  if (Object.keys(described.content).length === 0)
    return body === '' ? missing : [...missing, `${route} ${status} has a body`];
  const media = described.content[mediaTypeOf(headers)];
  if (media === undefined) return [...missing, `${route} ${status} is no ${mediaTypeOf(headers)}`];
  if (!mediaTypeOf(headers).endsWith('json')) return missing;
  const judge = toldJudge(media.schema);
  if (judge(JSON.parse(body))) return missing;
  return [
    ...missing,
    ...(judge.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${route} ${status} ${instancePath} ${message} ${JSON.stringify(params)}`,
    ),
  ];
}
