/** The shells around handlers: what fails is contained, told and logged, and never with the words of an error. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { bodyOf, httpFunction, json, jsonBody } from '../../shared/lambda/http-function.ts';
import { fault, info } from '../../shared/lambda/log.ts';
import { jsonPointer, parseInput, Problem } from '../../shared/lambda/problem.ts';
import { queueWorker } from '../../shared/lambda/queue-worker.ts';
import { required } from '../../shared/lambda/environment.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';
import { callHttp, collectLog, deliver, httpRequest, runScheduled } from '../support/lambda-invocation.ts';

let log: ReturnType<typeof collectLog>;
beforeEach(() => (log = collectLog()));
afterEach(() => vi.restoreAllMocks());

/** An error as SES and others make them: it quotes what it was about. */
const telling = () => new TypeError('p1@example.org answered 4\n    at p2@example.org');

describe('a queue worker', () => {
  it('does every message that it can, and gives back only those that failed', async () => {
    const done: string[] = [];
    const handler = queueWorker((body) => {
      if (body.startsWith('poison')) return Promise.reject(telling());
      done.push(body);
      return Promise.resolve();
    });
    expect(await deliver(handler, 'a', 'poison 1', 'b', 'poison 2', 'c')).toEqual(['1', '3']);
    expect(done).toEqual(['a', 'b', 'c']);
    expect(log.lines()).toMatchObject([
      { level: 'ERROR', phrase: 'a message failed', messageId: '1', error: 'TypeError' },
      { level: 'ERROR', phrase: 'a message failed', messageId: '3', error: 'TypeError' },
    ]);
    expect(log.text()).not.toMatch(/example\.org|poison/);
  });

  it('gives nothing back where nothing failed', async () => {
    expect(
      await deliver(
        queueWorker(() => Promise.resolve()),
        'a',
        'b',
      ),
    ).toEqual([]);
  });
});

describe('an HTTP function', () => {
  const failingWith = (error: unknown) =>
    callHttp(
      httpFunction(() => {
        throw error;
      }),
      { method: 'GET', path: '/v1/units/{id}' },
    );
  const problem = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };

  it('answers a problem as a problem document', async () => {
    const answer = await failingWith(
      new Problem(415, 'Not like this.', [{ pointer: '/a', detail: 'expected b' }]),
    );
    expect(answer).toMatchObject({ statusCode: 415, headers: problem });
    expect(JSON.parse(answer.body)).toEqual({
      type: 'about:blank',
      title: 'Not like this.',
      status: 415,
      errors: [{ pointer: '/a', detail: 'expected b' }],
    });
    expect(log.text()).toBe('');
  });

  it('tells beside a problem what the caller needs to do better', async () => {
    const answer = await failingWith(new Problem(409, 'Not now.', [], { keyId: '2026-Q2' }));
    expect(JSON.parse(answer.body)).toEqual({
      ...{ type: 'about:blank', title: 'Not now.', status: 409, keyId: '2026-Q2' },
    });
  });

  it("answers a schema's findings with their pointers and without what was sent", async () => {
    const schema = z.object({ a: z.object({ b: z.array(z.enum(['x'])) }) });
    const answer = await callHttp(
      httpFunction(() => {
        parseInput(schema, { a: { b: ['x', 'secret'] } });
        return Promise.resolve(json(200, {}));
      }),
      { method: 'GET', path: '/v1/units/{id}' },
    );
    expect(answer).toMatchObject({ statusCode: 400, headers: problem });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, errors: [{ pointer: '/a/b/1' }] });
    expect(answer.body).not.toContain('secret');
  });

  it('does not blame the caller for what a schema finds in our own stores', async () => {
    const { error } = z.string().safeParse(1);
    expect(await failingWith(error)).toMatchObject({ statusCode: 500 });
    expect(log.lines()).toHaveLength(1);
  });

  it('answers a fault of ours barely, and logs it once, by its route and place', async () => {
    const answer = await failingWith(telling());
    expect(answer).toMatchObject({ statusCode: 500, headers: problem });
    expect(JSON.parse(answer.body)).toEqual({
      type: 'about:blank',
      title: 'Something went wrong here. Please try again.',
      status: 500,
    });
    expect(log.lines()).toMatchObject([
      { level: 'ERROR', phrase: 'a request failed', route: 'GET /v1/units/{id}', error: 'TypeError' },
    ]);
    expect(log.text()).not.toContain('example.org');
  });

  it('answers JSON that is not cached', () => {
    expect(json(200, { a: 1 })).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: '{"a":1}',
    });
  });

  it('tells a problem and a fault in its own way where it has one, and logs the fault all the same', async () => {
    const own = (error: unknown) =>
      callHttp(
        httpFunction(
          () => {
            throw error;
          },
          ({ status }, { rawPath }) => ({ statusCode: status, body: `not at ${rawPath}` }),
        ),
        { method: 'GET', path: '/v1/nowhere' },
      );
    expect(await own(new Problem(415, 'Not like this.'))).toEqual({
      statusCode: 415,
      body: 'not at /v1/nowhere',
    });
    expect(log.text()).toBe('');
    expect(await own(telling())).toEqual({ statusCode: 500, body: 'not at /v1/nowhere' });
    expect(log.lines()).toMatchObject([{ phrase: 'a request failed', error: 'TypeError' }]);
    expect(log.text()).not.toContain('example.org');
  });

  it('reads a body as text, in base64, or as none', () => {
    expect(bodyOf(httpRequest({ body: 'ä' })).toString()).toBe('ä');
    expect(bodyOf(httpRequest({ body: 'w6Q=', isBase64Encoded: true })).toString()).toBe('ä');
    expect(bodyOf(httpRequest({}))).toHaveLength(0);
    expect(() => jsonBody(httpRequest({}))).toThrow(Problem);
  });
});

describe('a scheduled function', () => {
  it('fails as a whole, so that its alarm rings, and logs its fault without the words of the error', async () => {
    const handler = scheduledFunction(() => Promise.reject(telling()));
    await expect(runScheduled(handler)).rejects.toThrow('a scheduled run failed');
    expect(log.lines()).toMatchObject([
      { level: 'ERROR', phrase: 'a scheduled run failed', error: 'TypeError' },
    ]);
    expect(log.text()).not.toContain('example.org');
  });
});

describe('the log', () => {
  it('says where an error comes from, and never what it says', () => {
    fault('it failed', telling());
    const [line] = log.lines();
    expect(line).toMatchObject({ level: 'ERROR', phrase: 'it failed', error: 'TypeError' });
    expect((line?.['at'] as string[])[0]).toContain('shells.test.ts');
    expect(log.text()).not.toContain('example.org');
  });

  it.each(['p1@example.org', { email: 'p1@example.org' }, undefined, null])(
    'keeps to the type of what is no error (%j)',
    (thrown) => {
      fault('it failed', thrown);
      expect(log.lines()).toEqual([{ level: 'ERROR', phrase: 'it failed', error: typeof thrown, at: [] }]);
    },
  );

  it('writes one line of JSON', () => {
    info('done', { count: 2 });
    expect(log.text()).toMatch(
      /^\{"timestamp":"\d{4}-\d\d-\d\dT[\d:.]+Z","level":"INFO","phrase":"done","count":2\}\n$/,
    );
  });
});

it('a JSON pointer escapes what it must', () => {
  expect(jsonPointer([])).toBe('');
  expect(jsonPointer(['a/b', 0, 'm~n'])).toBe('/a~1b/0/m~0n');
});

it.each([undefined, ''])('a missing variable (%j) is named at start-up', (value) => {
  vi.stubEnv('NOT_SET', value);
  expect(() => required('NOT_SET')).toThrow('NOT_SET');
});
