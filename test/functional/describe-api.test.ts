/**
 * The API's document: valid by a validator that knows nothing of us, the same for everyone and cheap to ask for again,
 * with examples that the code itself takes. What it says of bodies is held against the schemas that the functions parse
 * with: examples are damaged in every place, and code and document have to agree on what is left. That answers are as it
 * says is checked wherever a test calls a function (`callHttp`).
 */
import { Validator } from '@seriousme/openapi-schema-validator';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { handler } from '../../functions/describe-api/handler.ts';
import { sent } from '../../functions/describe-api/schemas.ts';
import { faultsOf, operations, readDocument, sentJudge } from '../support/api-document.ts';
import { callHttp } from '../support/lambda-invocation.ts';

const ask = (headers: Record<string, string> = {}) =>
  callHttp(handler, { path: '/v1/openapi.json', headers });

describe('the document', () => {
  it('is OpenAPI 3.1, as an independent validator judges', async () => {
    const answer = await ask();
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=3600',
      vary: 'accept-encoding',
    });
    const document = JSON.parse(answer.body) as Record<string, unknown>;
    expect(document['openapi']).toMatch(/^3\.1\./);
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  it('is not sent again to who has it, compressed or not', async () => {
    const { headers: { etag } = {} } = await ask();
    const again = await ask({ 'if-none-match': `"other", ${String(etag)}`, 'accept-encoding': 'gzip' });
    expect(again).toEqual({
      statusCode: 304,
      headers: {
        etag,
        'cache-control': 'public, max-age=3600',
        vary: 'accept-encoding',
        'access-control-allow-origin': '*',
      },
    });
    expect((await ask({ 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  });

  it('comes compressed to who can read that, and is the same', async () => {
    const [plain, zipped] = [await ask(), await ask({ 'accept-encoding': 'br, gzip' })];
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', etag: plain.headers?.['etag'] });
    expect(gunzipSync(Buffer.from(zipped.body, 'base64')).toString()).toBe(plain.body);
  });

  it('describes nothing that nobody refers to', () => {
    const text = JSON.stringify(readDocument);
    for (const name of Object.keys(readDocument.components.schemas))
      expect(text, name).toContain(`"#/components/schemas/${name}"`);
  });
});

const bodies = [...operations].flatMap(([route, { requestBody }]) =>
  Object.entries(requestBody?.content ?? {}).flatMap(([mediaType, { schema, example }]) =>
    example === undefined ? [] : [{ route, mediaType, schema, example }],
  ),
);

const schemaNamed = (reference: unknown) => {
  const schema = sent[String(reference).replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`no schema in code for ${String(reference)}`);
  return schema;
};

/** The document with each of its parts, in turn, left out or put in place of another kind of value. */
function* damaged(value: unknown): Generator {
  for (const other of [null, 'x', '', -1, 1.5, 1e9, true, [], {}]) yield other;
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries())
      for (const bad of damaged(part)) yield value.with(index, bad);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, 'a-field-that-nobody-knows': 1 };
    for (const [name, part] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
      for (const bad of damaged(part)) yield { ...value, [name]: bad };
    }
  }
}

/** Bodies of which the code demands what JSON Schema has no words for: here, the same languages on both sides of a pair. */
const demandingMore: readonly string[] = ['PUT /v1/actions/{kind}/{id}/{period}'];

describe.each(bodies)('the example for $route in $mediaType', ({ route, schema, example }) => {
  const judge = sentJudge(schema);

  it('is taken by the code, and is as described', () => {
    expect(schemaNamed(schema['$ref']).safeParse(example).error).toBeUndefined();
    expect(judge(example), JSON.stringify(judge.errors)).toBe(true);
  });

  it('damaged anywhere, is refused by the code where the document refuses it, and the other way round', () => {
    const inCode = schemaNamed(schema['$ref']);
    let refused = 0;
    for (const bad of damaged(example)) {
      const isTaken = inCode.safeParse(bad).success;
      const isDescribed = judge(bad) && (isTaken || !demandingMore.includes(route));
      expect(isDescribed, JSON.stringify(bad)).toBe(isTaken);
      if (!isTaken) refused += 1;
    }
    expect(refused).toBeGreaterThan(10);
  });
});

describe('the check of answers', () => {
  const headers = { 'content-type': 'application/json' };
  const unit = {
    ...{ id: 'u-1', name: { fi: 'a', sv: 'b', en: 'c' }, region: 'r', organisation: 'o' },
    ...{ public: false, confirmed: true },
  };
  const faults = (status: number, told: unknown, route = 'PUT /v1/units/u-1') =>
    faultsOf(route, { status, headers, body: JSON.stringify(told) });

  it('finds nothing where all is as described', () => {
    expect(faults(200, unit)).toEqual([]);
    expect(faults(200, { units: [unit] }, 'GET /v1/units')).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['a field that is not described', faults(200, { ...unit, secret: 1 })],
    [
      'a field that is not described, further in',
      faults(200, { units: [{ ...unit, secret: 1 }] }, 'GET /v1/units'),
    ],
    ['a field that is missing', faults(200, { ...unit, region: undefined })],
    ['another kind of value', faults(200, { ...unit, public: 'no' })],
    ['another status', faults(201, unit)],
    ['another media type', faults(400, unit)],
    ['a header that is missing', faults(200, {}, 'GET /v1/openapi.json')],
  ])('finds %s', (_, found) => {
    expect(found).not.toEqual([]);
  });
});
