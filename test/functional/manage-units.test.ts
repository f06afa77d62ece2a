/**
 * Units as administrators see and place them: what an event has named is there, unconfirmed; placing it changes what is
 * said of it and is noted; what can't be a unit is refused with the field named. The handler runs whole, on a table in
 * memory, and every answer is held against the API's document.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp } from '../support/lambda-invocation.ts';

for (const [name, value] of Object.entries({
  AWS_REGION: 'eu-north-1',
  SETTINGS_TABLE: 'settings',
  GROUPS_CLAIM: 'cognito:groups',
})) {
  vi.stubEnv(name, value);
}
const { handler } = await import('../../functions/manage-units/handler.ts');
const { registerUnit } = await import('../../shared/adapters/settings.ts');
const { readAudit } = await import('../../shared/adapters/audit.ts');
const { unconfirmedUnit } = await import('../../shared/domain/unit.ts');

beforeEach(() => {
  new FakeDynamoDb();
  vi.setSystemTime('2026-03-02T10:00:00+02:00');
});

const claims = { sub: 'ann', 'cognito:groups': '[admin]' };
const placement = {
  name: { fi: 'Kotikallio', sv: 'Hemberget', en: 'Kotikallio' },
  region: 'Itäinen',
  organisation: '1.2.246.10.12345678.10',
  public: true,
};

const list = async (): Promise<unknown> => {
  const { statusCode, body } = await callHttp(handler, { claims, path: '/v1/units' });
  return { status: statusCode, body: JSON.parse(body) as unknown };
};
const place = async (id: string, sent: unknown) => {
  const { statusCode, body } = await callHttp(handler, {
    ...{ claims, method: 'PUT', path: '/v1/units/{id}', pathParameters: { id } },
    body: JSON.stringify(sent),
  });
  return { status: statusCode, body: JSON.parse(body) as { errors?: { pointer: string }[] } };
};

describe('an administrator', () => {
  it('sees no unit where no event has named one', async () => {
    expect(await list()).toEqual({ status: 200, body: { units: [] } });
  });

  it('sees a unit that an event has named, and places it', async () => {
    const found = unconfirmedUnit('u-1', 'urn:oid:1.2.246.10.12345678.10');
    await registerUnit('settings', found);
    expect(await list()).toEqual({ status: 200, body: { units: [found] } });

    const placed = { ...placement, id: 'u-1', confirmed: true };
    expect(await place('u-1', placement)).toEqual({ status: 200, body: placed });
    expect(await list()).toEqual({ status: 200, body: { units: [placed] } });
    expect(await readAudit('settings', '2026-03')).toMatchObject([
      { by: 'ann', kind: 'unit', id: 'u-1', changed: ['confirmed', 'name', 'public', 'region'] },
    ]);
  });

  it('places a unit before any event names it', async () => {
    expect(await place('u-9', placement)).toMatchObject({ status: 200 });
    expect(await list()).toMatchObject({ body: { units: [{ id: 'u-9', confirmed: true }] } });
  });
});

describe('what is no placement', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['']],
    ['no region', { ...placement, region: ' ' }, ['/region']],
    ['a name in two languages', { ...placement, name: { fi: 'a', sv: 'b' } }, ['/name/en']],
    ['a text for yes or no', { ...placement, public: 'yes' }, ['/public']],
  ])('is refused by its field: %s', async (_, sent, pointers) => {
    const { status, body } = await place('u-1', sent);
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, pointers]);
    expect(await list()).toEqual({ status: 200, body: { units: [] } });
  });

  it.each(['', '-', 'a b', 'x'.repeat(101)])('has an impossible name: %j', async (id) => {
    expect((await place(id, placement)).status).toBe(404);
  });
});
