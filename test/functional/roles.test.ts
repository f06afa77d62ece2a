/** Who may call what: roles as the gateway hands them over, and refusals that look alike and say nothing else. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, type RequestFacts } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  REPORTS_TABLE: 'reports',
  RELEASES_BUCKET: 'releases',
  INVITATIONS_TABLE: 'invitations',
  REFERENCES_SECRET_ARN: 'arn:references',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler: manageUnits } = await import('../../functions/manage-units/handler.ts');
const { handler: manageRules } = await import('../../functions/manage-rules/handler.ts');
const { handler: serveReports } = await import('../../functions/serve-reports/handler.ts');
const { handler: explainDecisions } = await import('../../functions/explain-decisions/handler.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => (dynamodb = new FakeDynamoDb()));

const query = { stage: 'service.ended', from: '2026-01-01', to: '2026-02-01' };
const as = (groups: unknown): RequestFacts => ({
  claims: { sub: 'someone', 'cognito:groups': groups },
  query,
});

const handlers = { manageUnits, manageRules, serveReports, explainDecisions };
const paths: Readonly<Record<keyof typeof handlers, string>> = {
  manageUnits: '/v1/units',
  manageRules: '/v1/rules',
  serveReports: '/v1/reports',
  explainDecisions: '/v1/decisions',
};
const statusOf = async (name: keyof typeof handlers, facts: RequestFacts) =>
  (await callHttp(handlers[name], { path: paths[name], ...facts })).statusCode;

describe.each([
  { name: 'manageUnits', admin: 200, analyst: 403 },
  { name: 'manageRules', admin: 200, analyst: 403 },
  { name: 'explainDecisions', admin: 200, analyst: 403 },
  { name: 'serveReports', admin: 200, analyst: 200 },
] as const)('$name', ({ name, admin, analyst }) => {
  it.each<[unknown, number]>([
    ['[admin analyst]', admin],
    ['[analyst admin]', admin],
    ['[admin]', admin],
    ['admin', admin],
    ['admin, other', admin],
    [['other', 'admin'], admin],
    ['[analyst]', analyst],
    [['analyst'], analyst],
  ])('answers groups %j with %d', async (groups, status) => {
    expect(await statusOf(name, as(groups))).toBe(status);
  });

  it.each<[string, RequestFacts]>([
    ['no groups', as(undefined)],
    ['an empty list', as('[]')],
    ['groups that only resemble ours', as('[administrator admins xadmin Admin analysts]')],
    ['an object', as({ admin: true })],
    ['roles in another claim', { claims: { roles: '[admin analyst]' }, query }],
    ['no token', { query }],
  ])('refuses %s', async (_, facts) => {
    expect(await statusOf(name, facts)).toBe(403);
  });
});

it('refuses as a problem document that is not cached', async () => {
  const answer = await callHttp(manageUnits, { ...as('[analyst]'), path: '/v1/units' });
  expect(answer).toMatchObject({
    statusCode: 403,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
  expect(JSON.parse(answer.body)).toEqual({
    type: 'about:blank',
    title: 'This needs the role admin.',
    status: 403,
  });
});

describe('an administrator', () => {
  const placement = {
    name: { fi: 'Perhetyö', sv: 'Familjearbete', en: 'Family work' },
    region: 'north',
    organisation: 'o',
    public: false,
  };
  const put = (body: unknown, id = 'u-1') =>
    callHttp(manageUnits, {
      ...as('[admin]'),
      ...{ method: 'PUT', path: '/v1/units/{id}', pathParameters: { id } },
      body: JSON.stringify(body),
    });

  it('places a unit, which is then listed as confirmed', async () => {
    expect((await put(placement)).statusCode).toBe(200);
    const listed = await callHttp(manageUnits, { ...as('[admin]'), path: '/v1/units' });
    expect(JSON.parse(listed.body)).toEqual({ units: [{ ...placement, id: 'u-1', confirmed: true }] });
  });

  it.each<[string, unknown, string]>([
    ['a language is missing', { ...placement, name: { fi: 'x', sv: 'x' } }, '/name/en'],
    ['the region is blank', { ...placement, region: '  ' }, '/region'],
    ['it is not said who may see it', { ...placement, public: undefined }, '/public'],
  ])('is told by a pointer where %s', async (_, body, pointer) => {
    const answer = await put(body);
    expect(answer.statusCode).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ pointer }] });
    expect(dynamodb.items('settings')).toEqual([]);
  });

  it('can not make a unit with an impossible identifier', async () => {
    expect((await put(placement, 'two words')).statusCode).toBe(404);
  });
});

it.each([
  ['GET', '/v1/rules'],
  ['GET', '/v1/rules/{id}'],
  ['GET', '/v1/rules/{id}/versions'],
  ['PUT', '/v1/rules/{id}'],
  ['GET', '/v1/audit'],
])('an analyst has no part in rules: %s %s', async (method, path) => {
  const facts = { ...as('[analyst]'), method, path, pathParameters: { id: 'service-ended' } };
  expect((await callHttp(manageRules, facts)).statusCode).toBe(403);
});

it.each([
  ['[admin]', 200],
  ['[analyst]', 403],
  ['[other]', 403],
])('counts of decisions answer groups %s with %d', async (groups, status) => {
  const facts = { ...as(groups), path: '/v1/decisions/summary' };
  expect((await callHttp(explainDecisions, facts)).statusCode).toBe(status);
});

it.each([
  { table: 'T1', period: '2026-Q1' },
  { table: 'T9', period: '2026-Q1' },
  { table: 'T1', period: 'now' },
])('a release that never was looks like one that is not out yet: $table $period', async (pathParameters) => {
  const answer = await callHttp(serveReports, { ...as('[analyst]'), pathParameters });
  expect(answer.statusCode).toBe(404);
  expect(JSON.parse(answer.body)).toEqual({
    type: 'about:blank',
    title: 'There is no such release.',
    status: 404,
  });
});
