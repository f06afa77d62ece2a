/**
 * The asks behind a period are kept once, and whoever counts can ask whether they are there without reading them. Those of a
 * country fit into one item of DynamoDB.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Invited } from '../../../shared/domain/tallies/invited.ts';
import { drawsFor } from '../../../local/simulation/draws.ts';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { isInvitedKept, keepInvited, readInvited } =
  await import('../../../shared/adapters/invited-counts.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
});

const invited = (largest: number): Invited => [
  {
    table: 'T1',
    stratum: { region: 'north', unit: 'u' },
    ...{ sent: 9, contacts: 6, largest, reach: { heard: largest } },
  },
];

it('keeps what was counted first', async () => {
  expect(await readInvited('reports', '2026-Q1')).toBeUndefined();
  await keepInvited('reports', '2026-Q1', invited(4));
  await keepInvited('reports', '2026-Q1', invited(9));
  expect(await readInvited('reports', '2026-Q1')).toEqual(invited(4));
});

it('tells whether they are there, by a question that leaves nothing behind', async () => {
  expect(await isInvitedKept('reports', '2026-Q1')).toBe(false);
  expect(dynamodb.items('reports')).toEqual([]);
  await keepInvited('reports', '2026-Q1', []);
  expect(await isInvitedKept('reports', '2026-Q1')).toBe(true);
  expect(await isInvitedKept('reports', '2026-Q2')).toBe(false);
});

it('fits into one item for 3000 units that ask every question, each with figures of its own', async () => {
  const draws = drawsFor('asks of a country');
  const questions = Array.from({ length: 24 }, (_, number) => `question-${number}`);
  const country = Array.from({ length: 3000 }, (_, number) => ({
    table: 'T1' as const,
    stratum: { region: `Region ${number % 22}`, unit: `1.2.246.10.${draws.between(1e7, 9e7)}.10.${number}` },
    sent: draws.between(0, 400),
    contacts: draws.between(0, 300),
    largest: draws.between(4, 40),
    reach: Object.fromEntries(questions.map((question) => [question, draws.between(4, 40)])),
  }));
  await keepInvited('reports', '2026-Q1', country);
  expect(await readInvited('reports', '2026-Q1')).toEqual(country);
  const [item] = dynamodb.items('reports');
  expect((item?.['document'] as Uint8Array).length).toBeLessThan(400_000);
});
