import type * as z from 'zod';
import { problemSchema } from '../../shared/lambda/problem.ts';
import type { AccessRole } from '../../shared/lambda/roles.ts';
import { plainSchema, type JsonSchema } from './json-schema.ts';
import { reference } from './schemas.ts';

type Content = Readonly<
  Record<string, { readonly schema?: JsonSchema | { readonly $ref: string }; readonly example?: unknown }>
>;

type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};

type Answer = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Content;
};

type Answers = Readonly<Record<number, Answer | { readonly $ref: string }>>;

/** What is said of a request and its answers, apart from who may send it. */
type Described = {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Answers;
};

type Security = readonly Readonly<Record<string, readonly string[]>>[];
export type Operation = Described & { readonly security: Security };
export type PathItem = Readonly<Partial<Record<'get' | 'post' | 'put', Operation>>>;
export type Paths = Readonly<Record<`/${string}`, PathItem>>;

const sharedAnswer = (name: string) => ({ $ref: `#/components/responses/${name}` });
/** What may always come, whoever is asked: from the gateway, or where something goes wrong. */
const withTheUsual = ({ requestBody, responses }: Described): Answers => ({
  503: sharedAnswer('NotNow'),
  ...responses,
  ...(requestBody && { 413: sharedAnswer('TooLarge') }),
  429: sharedAnswer('TooFast'),
  500: sharedAnswer('OurFault'),
});

/** A request that staff send with their token, in any one of these roles. */
export const ofStaff = (roles: readonly AccessRole[], described: Described): Operation => ({
  ...described,
  security: roles.map((role) => ({ token: [role] })),
  responses: {
    ...withTheUsual(described),
    401: sharedAnswer('NoToken'),
    403: sharedAnswer('OtherRole'),
  },
});

/** A request that takes no token. @param security what it takes instead; none where anybody may send it */
export const ofAnybody = (described: Described, security: Security = []): Operation => ({
  ...described,
  security,
  responses: withTheUsual(described),
});

/** A request of a browser: whatever comes in the place of the page that was asked for is a page too. */
export const ofReader = (described: Described): Operation => ({
  ...described,
  security: [],
  responses: {
    ...withTheUsual(described),
    ...(described.requestBody && { 413: sharedAnswer('TooLargePage') }),
    500: sharedAnswer('OurFaultPage'),
  },
});

/** A body in JSON, or something like it. */
export const holds = (schema: z.ZodType, example?: unknown, mediaType = 'application/json'): Content => ({
  [mediaType]: { schema: reference(schema), ...(example !== undefined && { example }) },
});

export const sends = (content: Content) => ({ required: true, content }) as const;

export const answer = (description: string, content?: Content, headers: readonly string[] = []): Answer => ({
  description,
  ...(content && { content }),
  ...(headers.length > 0 && {
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  }),
});

/** @param schema of a problem that tells more than others */
export const problem = (description: string, schema: z.ZodType = problemSchema): Answer =>
  answer(description, holds(schema, undefined, 'application/problem+json'));

/** A page or another text whose form no schema describes. */
export const text = (mediaType: string, description?: string): Content => ({
  [mediaType]: { schema: { type: 'string', ...(description !== undefined && { description }) } },
});

export const page = (description: string, headers: readonly string[] = []): Answer =>
  answer(description, text('text/html'), headers);

export const pageOrProblem = (description: string): Answer =>
  answer(description, {
    ...text('text/html'),
    ...holds(problemSchema, undefined, 'application/problem+json'),
  });

const parameter = (
  place: Parameter['in'],
  name: string,
  schema: z.ZodType,
  required = !schema.safeParse(undefined).success,
): Parameter => {
  const { description, ...form } = plainSchema(schema);
  return { name, in: place, required, ...(description !== undefined && { description }), schema: form };
};

type Shape = Readonly<Record<string, z.ZodType>>;

export const inPath = (shape: Shape): Parameter[] =>
  Object.entries(shape).map(([name, schema]) => parameter('path', name, schema, true));

export const inQuery = (shape: Shape): Parameter[] =>
  Object.entries(shape).map(([name, schema]) => parameter('query', name, schema));

/** Parameters of which only some go together, so that none is demanded by itself. */
export const someInQuery = (shape: Shape): Parameter[] =>
  inQuery(shape).map((one) => ({ ...one, required: false }));

export const inHeader = (name: string, description: string): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});
