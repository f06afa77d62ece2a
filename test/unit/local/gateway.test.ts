/** Requests become events, and results become answers, as an HTTP API makes them in payload format 2.0. */
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../local/gateway/answer.ts';
import { claimsOf } from '../../../local/gateway/authorizer.ts';
import { eventOf } from '../../../local/gateway/event.ts';
import { matchRoute } from '../../../local/gateway/routes.ts';
import { createThrottle } from '../../../local/gateway/throttle.ts';

const facts = {
  routeKey: 'POST /v1/events',
  pathParameters: undefined,
  claims: undefined,
  apiId: 'api',
  stage: '$default',
  requestId: 'r',
  now: Date.parse('2026-03-02T10:15:00+02:00'),
};
const request = (headers: Record<string, string | string[]>, body = 'a=b', url = '/v1/events') => ({
  ...{ method: 'POST', url, body: Buffer.from(body), sourceIp: '127.0.0.1' },
  headers: { host: '127.0.0.1:8080', ...headers },
});

describe('eventOf', () => {
  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/html', false],
    ['application/xml', false],
    ['application/javascript', false],
    ['application/cloudevents+json', true],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
  ])('hands over a body of %s as base64: %s', (type, isBase64Encoded) => {
    const body = isBase64Encoded ? Buffer.from('a=b').toString('base64') : 'a=b';
    expect(eventOf(request({ 'content-type': type }), facts)).toMatchObject({ isBase64Encoded, body });
  });

  it('hands over a body without a type as base64, and none as nothing', () => {
    expect(eventOf(request({}), facts)).toMatchObject({ isBase64Encoded: true });
    const bodiless = eventOf(request({}, ''), facts);
    expect(bodiless).not.toHaveProperty('body');
    expect(bodiless).toMatchObject({ isBase64Encoded: false });
  });

  it('joins repeated parameters, and takes cookies out of the headers', () => {
    const event = eventOf(request({ cookie: 'a=1; b=2' }, '', '/v1/x?p=1&p=%C3%A4&q='), facts);
    expect(event).toMatchObject({
      rawPath: '/v1/x',
      rawQueryString: 'p=1&p=%C3%A4&q=',
      queryStringParameters: { p: '1,ä', q: '' },
      cookies: ['a=1', 'b=2'],
    });
    expect(event).not.toHaveProperty('headers.cookie');
  });

  it("tells the time by the system's clock, and the claims when there are any", () => {
    const event = eventOf(request({}), { ...facts, claims: { groups: '[admin]' } });
    expect(event).toMatchObject({
      requestContext: {
        time: '02/Mar/2026:08:15:00 +0000',
        timeEpoch: facts.now,
        http: { method: 'POST', path: '/v1/events', sourceIp: '127.0.0.1' },
        authorizer: { jwt: { claims: { groups: '[admin]' } } },
      },
    });
  });
});

describe('claimsOf', () => {
  it('makes every claim a string, and a list one in brackets', () => {
    expect(claimsOf({ groups: ['admin', 'analyst'], exp: 12, on: true, sub: 'x' })).toEqual({
      groups: '[admin analyst]',
      exp: '12',
      on: 'true',
      sub: 'x',
    });
  });
});

describe('answerOf', () => {
  it('takes a result with a status at its word', () => {
    const result = {
      statusCode: 201,
      headers: { 'Content-Type': 'text/html' },
      cookies: ['a=1'],
      body: 'hi',
    };
    expect(answerOf(JSON.stringify(result))).toEqual({
      status: 201,
      headers: { 'content-type': 'text/html', 'set-cookie': ['a=1'] },
      body: Buffer.from('hi'),
    });
    const binary = { statusCode: 200, body: 'AAE', isBase64Encoded: true };
    expect(answerOf(JSON.stringify(binary)).body).toEqual(Buffer.of(0, 1));
  });

  it('makes any other result the body of a 200, and a malformed one a 500', () => {
    expect(answerOf('{"a":1}')).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') });
    expect(answerOf('{"statusCode":"soon"}')).toMatchObject({
      status: 500,
      body: Buffer.from('{"message":"Internal Server Error"}'),
    });
  });
});

describe('matchRoute', () => {
  const keys = [
    'GET /v1/units',
    'GET /v1/{kind}',
    'ANY /v1/{rest+}',
    'GET /{language}/s/{survey}',
    'PUT /v1/units/{id}',
  ];
  const routes = keys.map((routeKey) => ({ routeKey, target: undefined }));
  const matched = (method: string, path: string) => {
    const found = matchRoute(routes, method, path);
    return found && [found.route.routeKey, found.pathParameters];
  };

  it('prefers what is more specific', () => {
    expect(matched('GET', '/v1/units')).toEqual(['GET /v1/units', undefined]);
    expect(matched('GET', '/v1/reports')).toEqual(['GET /v1/{kind}', { kind: 'reports' }]);
    expect(matched('GET', '/v1/a/b')).toEqual(['ANY /v1/{rest+}', { rest: 'a/b' }]);
    expect(matched('PUT', '/v1/units/1.2%203')).toEqual(['PUT /v1/units/{id}', { id: '1.2 3' }]);
  });

  it('knows no HEAD on a GET route, no empty parameter and no slash too many', () => {
    expect(matched('GET', '/fi/s/meeting.1')).toEqual([keys[3], { language: 'fi', survey: 'meeting.1' }]);
    expect(matched('HEAD', '/fi/s/meeting.1')).toBeUndefined();
    expect(matched('GET', '//s/meeting.1')).toBeUndefined();
    expect(matched('GET', '/fi/s/meeting.1/')).toBeUndefined();
  });
});

describe('createThrottle', () => {
  it('admits a burst, and then as many as the rate gives', () => {
    let now = 0;
    const admit = createThrottle({ burst: 2, ratePerSecond: 10 }, () => now);
    expect([admit(), admit(), admit()]).toEqual([true, true, false]);
    now = 100;
    expect([admit(), admit()]).toEqual([true, false]);
  });
});
