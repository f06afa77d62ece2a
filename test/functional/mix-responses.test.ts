/**
 * The mix opens a quarter's envelopes once it has closed, in one batch, and leaves counts and comments only. What is not
 * ours is spoiled, too few wait for more, and nothing of the mails or answers comes into the log. Tables and KMS are
 * kept in memory; seals, contexts and encryption are real.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seal } from '../../shared/adapters/crypto/seal.ts';
import { total } from '../../shared/domain/tallies/tally.ts';
import { context } from '../support/answers.ts';
import { spkiOf } from '../support/fake-kms.ts';
import { collectLog, runScheduled } from '../support/lambda-invocation.ts';
import { Mixing, mixEnvironment } from '../support/mixing.ts';
import { ownQuestion, storeOwnForms } from '../support/own-forms.ts';

for (const [name, value] of Object.entries(mixEnvironment)) vi.stubEnv(name, value);
const { handler } = await import('../../functions/mix-responses/handler.ts');
const { readClosedPeriods } = await import('../../shared/adapters/closed-periods.ts');
const { readTallied } = await import('../../shared/adapters/tallies.ts');
const { readComments } = await import('../../shared/adapters/comments.ts');

let mixing: Mixing;
let log: ReturnType<typeof collectLog>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-04-01T02:00:00+03:00') });
  log = collectLog();
  mixing = new Mixing();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const mix = () => runScheduled(handler);
const at = (instant: string): void => {
  vi.setSystemTime(Date.parse(instant));
};
const times = (count: number, act: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) act(index);
};

/** How many answered a question, by the table's strata. */
async function sizes(period: string, table: string, question = 'heard'): Promise<Record<string, number>> {
  const { tallies } = await readTallied('reports', period);
  return Object.fromEntries(
    tallies.flatMap(({ table: of, stratum, items }) => {
      const counts = items[question]?.counts;
      return of === table && counts ? [[Object.values(stratum).join(' '), total(counts)]] : [];
    }),
  );
}

describe('a quarter that has closed', () => {
  it('is counted once, in every table, where each unit belongs', async () => {
    const place = { name: { fi: 'a', sv: 'a', en: 'a' }, public: false, confirmed: true };
    mixing.dynamodb.seed('settings', {
      pk: 'UNITS',
      sk: 'u-1',
      id: 'u-1',
      region: 'north',
      organisation: 'county',
      ...place,
    });
    times(8, () => {
      mixing.answer({ context: { unit: 'u-1' }, answers: { heard: 4, recommend: 9 } });
    });
    times(6, () => {
      mixing.answer({ context: { unit: 'unknown' }, answers: { heard: 2 }, month: '2026-03' });
    });
    await mix();
    expect(await sizes('2026-Q1', 'T1')).toEqual({ 'north u-1': 8, 'unknown unknown': 6 });
    expect(await sizes('2026-Q1', 'T4')).toEqual({ 'county 2026-02': 8, 'unknown 2026-03': 6 });
    expect(await sizes('2026-Q1', 'T2', 'recommend')).toEqual({ 'north parent': 8 });
    expect(await readClosedPeriods('reports')).toMatchObject([
      { period: '2026-Q1', counted: ['2026-Q1'], spoiled: 0 },
    ]);
    await mix();
    expect(await sizes('2026-Q1', 'T1')).toEqual({ 'north u-1': 8, 'unknown unknown': 6 });
  });

  it('has a unit that moved in the middle of it where it lies at the close, and keeps who belonged where', async () => {
    const place = { name: { fi: 'a', sv: 'a', en: 'a' }, public: false, confirmed: true };
    const putTo = (id: string, region: string, organisation: string): void => {
      mixing.dynamodb.seed('settings', { pk: 'UNITS', sk: id, id, region, organisation, ...place });
    };
    putTo('u-1', 'north', 'county');
    putTo('u-2', 'north', 'county');
    times(8, () => {
      mixing.answer({ context: { unit: 'u-1' }, month: '2026-01' });
    });
    putTo('u-1', 'south', 'first');
    times(7, () => {
      mixing.answer({ context: { unit: 'u-1', socialService: '46' }, month: '2026-03' });
    });
    await mix();
    expect(await sizes('2026-Q1', 'T1')).toEqual({ 'south u-1': 15 });
    expect(await sizes('2026-Q1', 'T4')).toEqual({ 'first 2026-01': 8, 'first 2026-03': 7 });
    // Later moves change nothing of it, and a unit that nobody answered about is in it too.
    putTo('u-1', 'west', 'second');
    const { structure } = await readTallied('reports', '2026-Q1');
    expect(structure).toEqual({
      units: [
        { id: 'u-1', region: 'south', organisation: 'first', services: ['31', '46'], provisions: ['own'] },
        { id: 'u-2', region: 'north', organisation: 'county', services: [], provisions: [] },
      ],
      ages: { parent: ['18+'] },
    });
  });

  it('is counted by the forms that people were asked with, the organisation’s own and withdrawn ones among them', async () => {
    storeOwnForms(mixing.dynamodb, { id: 'family', published: [2], withdrawn: [2] });
    const given = { heard: 4, trust: 3, [ownQuestion]: 5 };
    times(8, () => {
      mixing.answer({ context: { questionSetVersion: 2 }, answers: given });
      mixing.answer({ answers: given });
    });
    // On its scale there is no six: whoever sends it has not answered it.
    mixing.answer({ context: { questionSetVersion: 2 }, answers: { heard: 4, [ownQuestion]: 6 } });
    await mix();
    expect(Object.values(await sizes('2026-Q1', 'T1'))).toEqual([17]);
    // Each question is asked by one of the two versions only.
    expect(Object.values(await sizes('2026-Q1', 'T1', ownQuestion))).toEqual([8]);
    expect(Object.values(await sizes('2026-Q1', 'T1', 'trust'))).toEqual([8]);
  });

  it('leaves no trace of a question that fewer than five have answered, whoever was asked it', async () => {
    storeOwnForms(mixing.dynamodb, { id: 'family', published: [2] });
    times(12, () => {
      mixing.answer();
    });
    times(4, () => {
      mixing.answer({ context: { questionSetVersion: 2 }, answers: { heard: 4, [ownQuestion]: 5 } });
    });
    await mix();
    expect(Object.values(await sizes('2026-Q1', 'T1'))).toEqual([16]);
    expect(JSON.stringify(mixing.dynamodb.items('reports'))).not.toContain(ownQuestion);
  });

  it('costs one unwrapping, and its key is destroyed', async () => {
    times(10, () => {
      mixing.answer();
    });
    await mix();
    expect(mixing.kms.calls).toEqual(['unwrap under arn:mix-wrapping for 2026-Q1']);
    expect(mixing.hasKey('2026-Q1')).toBe(false);
    await mix();
    expect(mixing.kms.calls).toHaveLength(1);
  });

  it('stays sealed until twenty minutes after midnight, when nothing is under way any more', async () => {
    times(10, () => {
      mixing.answer();
    });
    at('2026-04-01T00:19:59+03:00');
    await mix();
    expect(await readClosedPeriods('reports')).toEqual([]);
    expect(mixing.kms.calls).toEqual([]);
    at('2026-04-01T00:20:00+03:00');
    await mix();
    expect(await readClosedPeriods('reports')).toHaveLength(1);
  });

  it('leaves the answers of the quarter that runs where they are', async () => {
    times(10, () => {
      mixing.answer();
    });
    times(10, () => {
      mixing.answer({ month: '2026-04' });
    });
    await mix();
    expect(await sizes('2026-Q1', 'T6')).toEqual({ own: 10 });
    expect(mixing.hasKey('2026-Q2')).toBe(true);
  });
});

describe('fewer than ten answers', () => {
  it('wait for the next period, and are counted there', async () => {
    times(9, () => {
      mixing.answer();
    });
    times(3, () => {
      mixing.answer({ month: '2026-05' });
    });
    await mix();
    expect(mixing.kms.calls).toEqual([]);
    expect(await readClosedPeriods('reports')).toMatchObject([{ period: '2026-Q1', counted: [] }]);
    at('2026-07-01T02:00:00+03:00');
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([
      { counted: [] },
      { period: '2026-Q2', counted: ['2026-Q1', '2026-Q2'] },
    ]);
    expect(await sizes('2026-Q2', 'T6')).toEqual({ own: 12 });
    expect(await sizes('2026-Q2', 'T4')).toEqual({ [`${context().unit} (other)`]: 12 });
  });

  it('are not told either where ten envelopes came and one of them is spoiled', async () => {
    times(9, () => {
      mixing.answer({ answers: { heard: 4, comment: 'Kiitos' } });
    });
    mixing.pool(randomBytes(3840));
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([{ counted: [], spoiled: 0 }]);
    expect(mixing.hasKey('2026-Q1')).toBe(true);
    expect(mixing.dynamodb.items('reports')).toHaveLength(2);
    at('2026-07-01T02:00:00+03:00');
    mixing.answer({ month: '2026-05' });
    await mix();
    expect(await sizes('2026-Q2', 'T6')).toEqual({ own: 10 });
  });

  it('wait through four more periods, and then their key is destroyed uncounted', async () => {
    times(9, () => {
      mixing.answer({ month: '2025-02' });
    });
    at('2026-04-01T02:00:00+03:00');
    mixing.addKey('2026-Q1');
    await mix();
    const periods = await readClosedPeriods('reports');
    expect(periods.map(({ period }) => period)).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
    ]);
    expect(periods.flatMap(({ counted }) => counted)).toEqual([]);
    expect([mixing.hasKey('2025-Q1'), mixing.hasKey('2026-Q1')]).toEqual([false, true]);
    times(3, () => {
      mixing.answer({ month: '2026-04' });
    });
    at('2026-07-01T02:00:00+03:00');
    await mix();
    expect((await readClosedPeriods('reports')).at(-1)).toMatchObject({ period: '2026-Q2', counted: [] });
  });

  it('are counted in the fourth more period, where enough come by then', async () => {
    times(9, () => {
      mixing.answer({ month: '2025-02' });
    });
    mixing.answer({ month: '2026-01' });
    await mix();
    expect((await readClosedPeriods('reports')).at(-1)).toMatchObject({ counted: ['2025-Q1', '2026-Q1'] });
    expect(await sizes('2026-Q1', 'T6')).toEqual({ own: 10 });
  });
});

describe('an envelope is spoiled, and counts nowhere', () => {
  const { privateKey: foreign } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const known = 'a name that nobody registered';

  it.each<[string, () => void]>([
    [
      'that is noise',
      () => {
        mixing.pool(randomBytes(3840));
      },
    ],
    [
      'that is empty',
      () => {
        mixing.pool(new Uint8Array(0));
      },
    ],
    [
      'that is sealed with another key',
      () => {
        mixing.pool(seal(spkiOf(foreign), '{}'));
      },
    ],
    [
      'in which a bit has changed',
      () => {
        const sealed = mixing.seal(JSON.stringify({ context: known, answers: {} }));
        mixing.pool(Buffer.from(sealed.map((byte, index) => (index === 2000 ? byte ^ 1 : byte))));
      },
    ],
    [
      'that holds no JSON',
      () => {
        mixing.pool(mixing.seal('heard: 4'));
      },
    ],
    [
      'that holds JSON of another shape',
      () => {
        mixing.pool(mixing.seal('{"context": 1, "answers": []}'));
      },
    ],
    [
      'whose context nobody was ever asked in',
      () => {
        mixing.answerUnder('AAAAAAAAAAAA');
      },
    ],
    [
      'that answers nothing',
      () => {
        mixing.answer({ answers: {} });
      },
    ],
    [
      'that answers nothing of its form',
      () => {
        mixing.answer({ answers: { unheard: 4, heard: 6, respect: '4', part: 4 } });
      },
    ],
  ])('%s', async (_, spoil) => {
    times(10, () => {
      mixing.answer();
    });
    spoil();
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([{ counted: ['2026-Q1'], spoiled: 1 }]);
    expect(await sizes('2026-Q1', 'T6')).toEqual({ own: 10 });
  });

  it('and nobody can stop a close by noise, however much of it', async () => {
    times(10, () => {
      mixing.answer();
    });
    times(11, () => {
      mixing.pool(randomBytes(3840));
    });
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([{ counted: ['2026-Q1'], spoiled: 11 }]);
  });

  it('but where most name a context that is gone, the fault is ours: nothing is stored and no key destroyed', async () => {
    times(10, () => {
      mixing.answer();
    });
    times(11, () => {
      mixing.answerUnder('AAAAAAAAAAAA');
    });
    await expect(mix()).rejects.toThrow('a scheduled run failed');
    expect(mixing.dynamodb.items('reports')).toEqual([]);
    expect(mixing.hasKey('2026-Q1')).toBe(true);
  });
});

it('a copy of an envelope under other ballots counts nowhere, and its comment is kept once', async () => {
  times(12, () => {
    mixing.answer({ answers: { heard: 5 } });
  });
  mixing.answer({ answers: { heard: 1, comment: 'Kiitos kaikesta' } });
  const [victim] = mixing.dynamodb
    .items('pool')
    .slice(-1)
    .map(({ sealed }) => sealed as Uint8Array);
  times(8, () => {
    mixing.pool(Buffer.from(victim ?? []));
  });
  await mix();
  expect(await readClosedPeriods('reports')).toMatchObject([{ counted: ['2026-Q1'], spoiled: 8 }]);
  expect(await sizes('2026-Q1', 'T6')).toEqual({ own: 13 });
});

describe('a context in Settings that send-request did not make', () => {
  const stuffed = context({ unit: 'stuffed', questionSet: 'family' });

  it('is ignored, whatever it stands for, and the log says that there are some', async () => {
    times(12, () => {
      mixing.answer();
    });
    mixing.dynamodb.seed('settings', { pk: 'CONTEXTS', sk: 'AAAAAAAAAAAA', context: stuffed });
    times(8, () => {
      mixing.answerUnder('AAAAAAAAAAAA');
    });
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([{ spoiled: 8 }]);
    expect(Object.keys(await sizes('2026-Q1', 'T1')).join()).not.toContain('stuffed');
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ phrase: 'contexts were ignored that are not ours', count: 1 }),
    );
  });

  it('is ignored where it took the place of one that is ours', async () => {
    times(12, () => {
      mixing.answer();
    });
    times(8, () => {
      mixing.answer({ context: { unit: 'u-9' } });
    });
    for (const item of mixing.dynamodb.items('settings'))
      if (JSON.stringify(item).includes('u-9'))
        mixing.dynamodb.seed('settings', { ...item, context: stuffed });
    await mix();
    expect(await readClosedPeriods('reports')).toMatchObject([{ spoiled: 8 }]);
    expect(Object.keys(await sizes('2026-Q1', 'T1')).join()).not.toContain('stuffed');
  });
});

describe('comments', () => {
  const texts = async (): Promise<string[]> =>
    (await readComments('reports', '2026-Q1')).map(({ text }) => text ?? '').sort();

  it('are kept apart, by region where it has ten, and each once', async () => {
    times(10, (index) => {
      mixing.answer({ answers: { heard: 4, comment: `north ${index}` }, context: { unit: 'north' } });
    });
    times(7, (index) => {
      mixing.answer({ answers: { comment: `south ${index}` }, context: { unit: 'south' } });
    });
    times(6, (index) => {
      mixing.answer({ answers: { comment: `west ${index}` }, context: { unit: 'west' } });
    });
    await mix();
    const comments = await readComments('reports', '2026-Q1');
    expect(comments).toHaveLength(23);
    for (const { text, stratum } of comments)
      expect(stratum).toEqual({ region: text?.startsWith('north') === true ? 'north' : '(other)' });
    expect(new Set(await texts()).size).toBe(23);
    // Nothing that stands with a comment, nor its place, can be found with the tallies.
    for (const item of mixing.dynamodb
      .items('reports')
      .filter(({ pk }) => String(pk).startsWith('COMMENTS#2026-Q1#')))
      expect(Object.keys(item).sort()).toEqual(['pk', 'sealed', 'sk', 'state']);
  });

  it.each([
    ['is trimmed', '  Kiitos\r\nteille \n', ['Kiitos\nteille']],
    ['loses control characters', 'Kii\u0000t\u001bos\u0085', ['Kiitos']],
    ['is masked', 'Kiitos Pekalle, 040 123 4567', ['Kiitos [name], [phone]']],
    ['is left out where it is empty', ' \n ', []],
    ['is left out where it has too many characters', 'a'.repeat(1001), []],
    ['is left out where it has too many bytes', '☺'.repeat(801), []],
    ['is left out where it is no text', { toString: 'x' }, []],
  ])('a comment %s, and the answers with it count', async (_, comment, kept) => {
    times(9, () => {
      mixing.answer();
    });
    mixing.answer({ answers: { heard: 4, comment } });
    await mix();
    expect(await texts()).toEqual(kept);
    expect(await sizes('2026-Q1', 'T6')).toEqual({ own: 10 });
  });

  it('are not taken from a form that has no room for one', async () => {
    const child = { questionSet: 'child', role: 'child', ageBand: '7-12' } as const;
    times(10, () => {
      mixing.answer({ context: child, answers: { 'heard-faces': 5, comment: 'Hei' } });
    });
    await mix();
    expect(await texts()).toEqual([]);
    expect(await sizes('2026-Q1', 'T6', 'heard-faces')).toEqual({ own: 10 });
  });
});

it('refuses to count where a form is gone that people were asked with', async () => {
  times(10, () => {
    mixing.answer({ context: { questionSetVersion: 7 } });
  });
  await expect(mix()).rejects.toThrow('a scheduled run failed');
  expect(mixing.dynamodb.items('reports')).toEqual([]);
  expect(mixing.hasKey('2026-Q1')).toBe(true);
});

it('logs periods and counts, and nothing of answers, comments, contexts or units', async () => {
  times(12, () => {
    mixing.answer({ answers: { heard: 4, comment: 'Kiitos kaikesta' } });
  });
  mixing.pool(randomBytes(3840));
  await mix();
  expect(log.lines()).toMatchObject([
    { phrase: 'a period was mixed', period: '2026-Q1' },
    { phrase: 'envelopes of a period were spoiled', period: '2026-Q1', count: 1 },
  ]);
  const secrets = mixing.dynamodb.items('settings').map(({ sk }) => String(sk));
  for (const secret of ['Kiitos', 'heard', context().unit, ...secrets])
    expect(log.text()).not.toContain(secret);
});
