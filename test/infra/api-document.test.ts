/**
 * Shows that the API's document and the API are of the same size: every route of the template is described, nothing else
 * is, and where the gateway asks for a token the document says so.
 */
import { expect, test } from 'vitest';
import { operations, readDocument } from '../support/api-document.ts';
import { system } from './template.ts';

const routes = new Map(
  system
    .ofType('AWS::ApiGatewayV2::Route')
    .map((route) => [route.text('RouteKey'), route.text('AuthorizationType')]),
);

test('every route is described, and whatever is described is a route', () => {
  expect([...operations.keys()].sort()).toEqual([...routes.keys()].sort());
});

test.each([...routes])('%s is guarded by %s, as it is described', (route, authorization) => {
  const asked = operations.get(route)?.security.flatMap((way) => Object.keys(way)) ?? [];
  expect(asked.includes('token')).toBe(authorization === 'JWT');
  // Whoever needs no token brings nothing at all, but for the system that signs its events.
  if (authorization === 'NONE' && route !== 'POST /v1/events') expect(asked).toEqual([]);
});

test('each names the values in its path, and no others', () => {
  for (const [route, { parameters }] of operations) {
    const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
    expect(named, route).toEqual(Array.from(route.matchAll(/\{(\w+)\}/g), ([, name]) => name));
  }
});

test('every tag is explained once, and used', () => {
  const explained = readDocument.tags.map(({ name }) => name);
  const used = new Set([...operations.values()].flatMap(({ tags }) => tags));
  expect(explained.toSorted()).toEqual([...used].sort());
});

test('no two operations have one name', () => {
  const names = [...operations.values()].map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
});
