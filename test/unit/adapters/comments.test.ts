/**
 * Comments are there all at once, when their period closes, or not at all: what was put before cannot be read, by anyone
 * who sees every item, and never counts if another batch was closed with. Tables are kept in memory; encryption is real.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDynamoDb } from '../../support/dynamodb-fake.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
const { putComments, readComments } = await import('../../../shared/adapters/comments.ts');
const { putOnce } = await import('../../../shared/adapters/dynamodb.ts');

let dynamodb: FakeDynamoDb;
beforeEach(() => {
  dynamodb = new FakeDynamoDb();
});

const texts = Array.from({ length: 30 }, (_, index) => `comment number ${index}, with some more words`);
const comments = texts.map((text, index) => ({
  stratum: { region: index < 12 ? 'north' : '(other)' },
  text,
}));

/** Everything that is stored, as somebody sees it who searches for words. */
const allStored = (): string =>
  dynamodb
    .items('reports')
    .flatMap((item) => Object.values(item))
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    )
    .join('\n');

async function store(batch = comments): Promise<void> {
  for (const item of await putComments('reports', '2026-Q1', batch)) await putOnce('reports', item);
}

describe('a batch that no period was closed with', () => {
  it('cannot be read, though every item is there', async () => {
    await putComments('reports', '2026-Q1', comments);
    expect(dynamodb.items('reports')).toHaveLength(30);
    expect(await readComments('reports', '2026-Q1')).toEqual([]);
    expect(allStored()).not.toMatch(/comment number|north|other/);
  });

  it('stays noise when another one is closed with: every comment is there once', async () => {
    await putComments('reports', '2026-Q1', comments);
    await store();
    expect(dynamodb.items('reports')).toHaveLength(61);
    const stored = await readComments('reports', '2026-Q1');
    expect(stored.map(({ text }) => text).sort()).toEqual(texts.toSorted());
  });
});

describe('a comment of a closed period', () => {
  it('has a name drawn by lot, its stratum and its words, waits for a person, and has nothing else', async () => {
    await store();
    const stored = await readComments('reports', '2026-Q1');
    for (const comment of stored) {
      expect(comment).toEqual({
        ...{ period: '2026-Q1', state: 'pending', version: 1, reason: null },
        name: expect.stringMatching(/^[\w-]{22}$/) as unknown,
        ...{ stratum: comment.stratum, text: comment.text },
      });
      expect(comments).toContainEqual({ stratum: comment.stratum, text: comment.text });
    }
    for (const item of dynamodb.items('reports').filter(({ sk }) => sk !== 'KEY'))
      expect(Object.keys(item).sort()).toEqual(['pk', 'sealed', 'sk', 'state']);
  });

  it('stands in the order of these names, which is another each time', async () => {
    const orders = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      dynamodb = new FakeDynamoDb();
      await store();
      orders.add((await readComments('reports', '2026-Q1')).map(({ text }) => text).join());
    }
    expect(orders.size).toBe(3);
  });

  it('cannot be changed unnoticed', async () => {
    await store();
    const [first] = dynamodb.items('reports').filter(({ sk }) => sk !== 'KEY');
    const changed = Uint8Array.from(first?.['sealed'] as Uint8Array, (byte, at) =>
      at === 20 ? byte ^ 1 : byte,
    );
    dynamodb.seed('reports', { ...first, sealed: changed });
    await expect(readComments('reports', '2026-Q1')).rejects.toThrow();
  });
});

it('writes nothing where nobody wrote anything', async () => {
  expect(await putComments('reports', '2026-Q1', [])).toEqual([]);
  expect(dynamodb.items('reports')).toEqual([]);
});
