/**
 * The body of a post of the respondent's page: JSON by its type and its text, of a size that ours have, and as its
 * schema wants it. What is wrong is told by place and expectation, without a word of what was sent.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { postedJson } from '../../../shared/lambda/posted-json.ts';
import { Problem } from '../../../shared/lambda/problem.ts';
import { httpRequest, type RequestFacts } from '../../support/lambda-invocation.ts';

const schema = z.object({
  ticket: z.string().regex(/^[a-z]+$/, 'expected letters'),
  keyId: z.string().optional(),
});
const json = { 'content-type': 'application/json' };
const read = (facts: RequestFacts) =>
  postedJson(httpRequest({ method: 'POST', path: '/v1/ballots', ...facts }), schema);

/** The problem that a post leads to. */
function problemOf(facts: RequestFacts): Problem {
  try {
    read(facts);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('there was no problem');
}

describe('a post', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'of %s is read',
    (type) => {
      expect(read({ headers: { 'content-type': type }, body: '{"ticket":"abc"}' })).toEqual({
        ticket: 'abc',
      });
    },
  );

  it('that the gateway hands over in base64 is read as the same', () => {
    const body = Buffer.from('{"ticket":"abc"}').toString('base64');
    expect(read({ headers: json, body, isBase64Encoded: true })).toEqual({ ticket: 'abc' });
  });

  it('loses what its schema does not name', () => {
    expect(read({ headers: json, body: '{"ticket":"abc","address":"x"}' })).toEqual({ ticket: 'abc' });
    const read2 = read({ headers: json, body: '{"ticket":"abc","__proto__":{"keyId":"x"}}' });
    expect([read2.keyId, Object.keys(read2)]).toEqual([undefined, ['ticket']]);
  });

  it.each([undefined, '', 'text/plain', 'application/x-www-form-urlencoded', 'application/json-seq', 'json'])(
    'of the type %j is refused before it is read',
    (type) => {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
      expect(problemOf({ headers, body: '{"ticket":"abc"}' }).status).toBe(415);
    },
  );

  it('of 16 kB is read, and of a byte more refused, counted in bytes', () => {
    const whole = (length: number): string => `{"ticket":"abc","filling":"${'x'.repeat(length - 29)}"}`;
    expect(Buffer.byteLength(whole(16 * 1024))).toBe(16 * 1024);
    expect(read({ headers: json, body: whole(16 * 1024) })).toEqual({ ticket: 'abc' });
    expect(problemOf({ headers: json, body: whole(16 * 1024 + 1) }).status).toBe(413);
    expect(problemOf({ headers: json, body: `"${'ä'.repeat(8200)}"` }).status).toBe(413);
  });

  it.each([undefined, '', '{', '{"ticket":"abc"}}', "{'ticket':'abc'}", '\ufeff{"ticket":"abc"}', 'NaN'])(
    'whose text is %j is no JSON',
    (body) => {
      expect(problemOf({ headers: json, body })).toMatchObject({ status: 400, faults: [{ pointer: '' }] });
    },
  );

  it.each(['null', '[]', '["ticket"]', '"ticket"', '5', 'true'])(
    'that is %s is no object of ours',
    (body) => {
      expect(problemOf({ headers: json, body })).toMatchObject({ status: 400, faults: [{ pointer: '' }] });
    },
  );

  it.each([
    '{}',
    '{"ticket":null}',
    '{"ticket":5}',
    '{"ticket":["abc"]}',
    '{"ticket":"SECRET"}',
    '{"__proto__":{"ticket":"abc"}}',
  ])('that is %s is told by the place of its fault', (body) => {
    const problem = problemOf({ headers: json, body });
    expect(problem).toMatchObject({ status: 400, faults: [{ pointer: '/ticket' }] });
    expect(JSON.stringify([problem.message, problem.faults])).not.toContain('SECRET');
  });
});
