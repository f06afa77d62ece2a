/**
 * Shows what comes out of a quarter, with small deployments that can be looked at as a whole: every table and month once, with
 * its names and notes; nothing of what is too small; and what becomes of odd input, such as units that move, merge and split,
 * forms that change their version, no answers at all or the same from all. The solver is the real one.
 */
import * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../shared/adapters/linear-programs.ts';
import type { Solve } from '../../../../shared/domain/disclosure/linear-program.ts';
import type { Closed } from '../../../../shared/domain/releases/closed.ts';
import { composeReleases, type Draft } from '../../../../shared/domain/releases/compose.ts';
import { editionName, editionsOf } from '../../../../shared/domain/releases/editions.ts';
import { releaseSchema, type Release } from '../../../../shared/domain/releases/release.ts';
import type { InvitedStratum } from '../../../../shared/domain/tallies/invited.ts';
import { placesOf } from '../../../../shared/domain/tallies/places.ts';
import { structureOf } from '../../../../shared/domain/tallies/structure.ts';
import { Tallying } from '../../../../shared/domain/tallies/tallying.ts';
import { languages } from '../../../../shared/domain/vocabulary.ts';
import { alike, shipped, type Filled } from '../../../support/filled-forms.ts';
import { cellsIn, closedWith, responsesIn } from '../../../support/closed.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});
const compose = (forms: readonly Filled[], changes: Partial<Closed> = {}): Draft[] =>
  composeReleases(closedWith(forms, changes), solve);
const released = (drafts: readonly Draft[], revision = 1): Release[] =>
  drafts.map((draft) => ({ ...draft, revision, releasedOn: '2026-04-01', correction: null }));

/** So many forms with all kinds of answers to one statement. */
const mixed = (count: number, options: Parameters<typeof alike>[1] = {}): Filled[] =>
  Array.from({ length: count }, (_, index) =>
    alike(1, { answers: { heard: 1 + (index % 5), recommend: index % 11 }, ...options }),
  ).flat();
const at = (unit: string, region = 'north', organisation = 'county') => ({
  unit,
  place: { region, organisation },
});

describe('a quarter', () => {
  it('comes out as twelve releases, each of which can be read back', () => {
    const drafts = compose(mixed(30));
    expect(drafts.map(editionName).toSorted()).toEqual(editionsOf('2026-Q1').map(editionName).toSorted());
    expect(drafts).toHaveLength(12);
    for (const release of released(drafts))
      expect(releaseSchema.parse(JSON.parse(JSON.stringify(release)))).toEqual(release);
  });

  it('tells every table of the same answers', () => {
    const drafts = compose(mixed(30));
    for (const table of ['T1', 'T2', 'T3', 'T5', 'T6', 'T7', 'T8'])
      expect(cellsIn(drafts, table)).toMatchObject([
        { item: 'heard', responses: 30, distribution: [6, 6, 6, 6, 6], mean: 3, earlier: [] },
        { item: 'recommend', responses: 30, groups: [21, 5, 4] },
      ]);
  });

  it('names every code in every language, units as they are called, and says what a reader must know', () => {
    for (const { table, cells, dimensions, labels, notes, title } of compose(mixed(30))) {
      expect(Object.keys(labels)).toEqual(dimensions);
      for (const cell of cells)
        for (const dimension of dimensions)
          for (const language of languages)
            expect([table, labels[dimension]?.[z.string().parse(cell[dimension])]?.[language]]).toEqual([
              table,
              expect.stringMatching(/./),
            ]);
      for (const text of [title, ...notes])
        for (const language of languages) expect(text[language].length).toBeGreaterThan(10);
    }
    expect(compose(mixed(30)).find(({ table }) => table === 'T1')?.labels['unit']).toEqual({
      'u-0': { fi: 'u-0 fi', sv: 'u-0 sv', en: 'u-0 en' },
    });
  });

  it('warns wherever measures against the will are among the figures, and shows them apart in T3', () => {
    const notes = compose(mixed(30)).map(({ table, notes: [first] }) => [table, first?.en]);
    for (const [table, first] of notes)
      if (table === 'T3') expect(first).toContain('voluntary = false');
      else if (table?.startsWith('T')) expect(first).toContain('Table T3 shows them apart');
  });

  it('tells organisations by month, in a release for each', () => {
    const drafts = compose([...mixed(12, { month: '2026-01' }), ...mixed(20, { month: '2026-03' })]);
    const t4 = drafts.filter(({ table }) => table === 'T4');
    expect(t4.map(({ period, dimensions }) => [period, dimensions])).toEqual(
      ['2026-01', '2026-02', '2026-03'].map((month) => [month, ['organisation', 'item']]),
    );
    expect(['2026-01', '2026-02', '2026-03'].map((period) => responsesIn(drafts, 'T4', { period }))).toEqual([
      ...[{ county: 12 }, {}, { county: 20 }],
    ]);
  });

  it('stands beside the year before', () => {
    const before = released(compose(mixed(25), { period: '2025-Q4' })).map((release) => ({
      ...release,
      period: '2025-Q4',
    }));
    const drafts = compose(mixed(30), { earlier: before });
    expect(cellsIn(drafts, 'T1')).toMatchObject([
      { item: 'heard', responses: 30, earlier: [{ period: '2025-Q4', responses: 25 }] },
      { item: 'recommend', responses: 30, earlier: [{ period: '2025-Q4', responses: 25 }] },
    ]);
  });

  it('tells response rates by stage and role of a region, and by its channel, and of nothing else', () => {
    const asked = (table: InvitedStratum['table'], stratum: InvitedStratum['stratum']): InvitedStratum => ({
      ...{ table, stratum, sent: 60, contacts: 60, largest: 4, reach: {} },
    });
    const region = 'north';
    const invited = [
      asked('R1', { region, channel: 'mail' }),
      asked('T1', { region, unit: 'u-0' }),
      asked('T2', { region, role: 'parent' }),
      asked('T3', { region, stage: 'plan-meeting.held', voluntary: 'true' }),
      asked('T5', { service: '31' }),
    ];
    const drafts = compose(mixed(30), { invited: [invited] });
    for (const { table, cells } of drafts.filter(({ table }) => table.startsWith('T')))
      for (const { responseRate } of cells)
        expect([table, responseRate]).toEqual([table, table === 'T2' || table === 'T3' ? 0.5 : null]);
    expect(cellsIn(drafts, 'R1')).toEqual([{ region, channel: 'mail', responseRate: 0.5 }]);
    expect(cellsIn(compose(mixed(30)), 'R1')).toEqual([]);
  });

  it('tells what goes together, of whom five and more people are behind', () => {
    const both = [1, 2, 3, 4, 5].flatMap((step) =>
      alike(5, { answers: { heard: step, recommend: 2 * step } }),
    );
    expect(cellsIn(compose(both), 'D1')).toEqual([
      {
        ...{ region: 'north', recommendation: 'recommend', item: 'heard' },
        ...{ responses: 25, correlation: 1, correlationInterval: { from: 1, to: 1 } },
      },
    ]);
    const tooFew = { in: () => 4, around: () => 25 };
    expect(cellsIn(compose(both, { tooFew }), 'D1')).toEqual([]);
  });
});

describe('too little', () => {
  it.each([
    ['no answers', []],
    ['one answer', mixed(1)],
    ['four answers', mixed(4)],
    ['forms without an answer', alike(30, { answers: {} })],
  ])('of %s comes out as twelve empty releases', (_, forms) => {
    const drafts = compose(forms);
    expect(drafts).toHaveLength(12);
    for (const { cells } of drafts) expect(cells).toEqual([]);
  });

  it('that all agree tells a band only, however many they are', () => {
    for (const count of [5, 10, 20, 200])
      for (const cell of cellsIn(compose(alike(count, { answers: { heard: 5 } })), 'T1'))
        expect(cell).toMatchObject({
          ...{ responses: count, distribution: null, groups: null, mean: null, meanBand: { from: 4, to: 5 } },
        });
  });

  it('can not be told from nothing: a unit of four answers looks as one of none', () => {
    const big = [...mixed(30, at('u-0')), ...mixed(30, at('u-1'))];
    const none = compose(big);
    const four = compose([...big, ...mixed(4, at('u-2'))], { units: closedWith(big).units });
    const codes = (drafts: readonly Draft[]) => cellsIn(drafts, 'T1').map((cell) => cell['unit']);
    expect(codes(four)).not.toContain('u-2');
    expect(new Set(codes(none))).toEqual(new Set(['u-0', 'u-1']));
    expect(JSON.stringify(four)).not.toContain('u-2');
  });

  it('for a raised threshold is not told', () => {
    expect(responsesIn(compose(mixed(12), { least: 20 }), 'T1')).toEqual({});
    expect(responsesIn(compose(mixed(20), { least: 20 }), 'T1')).toEqual({ 'north u-0': 20 });
  });

  it('for a raised threshold tells no rate, and nothing of what goes together', () => {
    const stratum = { region: 'north', channel: 'mail' };
    const invited = [[{ table: 'R1' as const, stratum, sent: 90, contacts: 90, largest: 4, reach: {} }]];
    for (const [least, cells] of [
      [30, 1],
      [31, 0],
    ] as const) {
      const drafts = compose(mixed(30), { least, invited });
      expect(['R1', 'D1'].map((table) => cellsIn(drafts, table).length)).toEqual([cells, cells]);
    }
  });
});

describe('what moves', () => {
  it('a unit is counted where it lies when the quarter closes, also what came before it moved', () => {
    // The mix asks for the place once, for all months: the forms of both months have the same.
    const moved = [
      ...mixed(15, { ...at('u-1', 'south'), month: '2026-01' }),
      ...mixed(15, { ...at('u-1', 'south'), month: '2026-03' }),
      ...mixed(20, at('u-0')),
    ];
    const before = released(compose([...mixed(25, at('u-1')), ...mixed(20, at('u-0'))]));
    const drafts = compose(moved, { earlier: before.map((each) => ({ ...each, period: '2025-Q4' })) });
    expect(responsesIn(drafts, 'T1')).toEqual({ 'north u-0': 20, 'south u-1': 30 });
    expect(responsesIn(drafts, 'T2')).toEqual({ 'north parent': 20, 'south parent': 30 });
    expect(cellsIn(drafts, 'T1').find((cell) => cell['unit'] === 'u-1')).toMatchObject({
      earlier: [{ period: '2025-Q4', responses: 25 }],
    });
  });

  it('units that merge are told as the one, and the other stands nowhere beside it', () => {
    const before = released(compose([...mixed(20, at('u-1')), ...mixed(20, at('u-2'))]));
    const drafts = compose(mixed(40, at('u-1')), {
      earlier: before.map((each) => ({ ...each, period: '2025-Q4' })),
    });
    expect(responsesIn(drafts, 'T1')).toEqual({ 'north u-1': 40 });
    expect(JSON.stringify(drafts)).not.toContain('u-2');
    expect(cellsIn(drafts, 'T1')[0]).toMatchObject({ earlier: [{ responses: 20 }] });
  });

  it('a unit that splits is told in its parts, of which the new one has no past', () => {
    const before = released(compose(mixed(40, at('u-1')))).map((each) => ({ ...each, period: '2025-Q4' }));
    const drafts = compose([...mixed(20, at('u-1')), ...mixed(20, at('u-2'))], { earlier: before });
    expect(responsesIn(drafts, 'T1')).toEqual({ 'north u-1': 20, 'north u-2': 20 });
    const beside = cellsIn(drafts, 'T1').map(({ unit, item, earlier }) => [unit, item, earlier]);
    expect(beside).toMatchObject([
      ['u-1', 'heard', [{ responses: 40 }]],
      ['u-1', 'recommend', [{ responses: 40 }]],
      ['u-2', 'heard', []],
      ['u-2', 'recommend', []],
    ]);
  });

  it('a unit that administrators do not know any more is a region of its own, and is called by its code', () => {
    const forms = mixed(20, at('u-9', 'u-9', 'u-9'));
    const contexts = forms.map(({ asked }) => asked.context);
    const structure = structureOf([], contexts, placesOf([]));
    const drafts = compose(forms, { units: [], structure });
    expect(responsesIn(drafts, 'T1')).toEqual({ 'u-9 u-9': 20 });
    expect(drafts.find(({ table }) => table === 'T1')?.labels['unit']).toEqual({
      'u-9': { fi: 'u-9', sv: 'u-9', en: 'u-9' },
    });
  });

  it('a form of a new version is counted with the old where it asks the same, and apart where it does not', () => {
    const family = shipped('family');
    const next = {
      ...family,
      version: 2,
      questions: family.questions.map((question) =>
        question.key === 'respect' ? { ...question, key: 'respect-2' } : question,
      ),
    };
    const answers = { heard: 3, respect: 4, 'respect-2': 5 };
    const [one] = mixed(1);
    if (one === undefined) throw new Error('there is a form');
    const tallying = new Tallying();
    for (let count = 0; count < 12; count += 1) {
      tallying.count(one.asked, family, answers);
      tallying.count(one.asked, next, answers);
    }
    const drafts = compose([one], tallying.storable());
    const counts = ['heard', 'respect', 'respect-2'].map((item) => responsesIn(drafts, 'T1', { item }));
    expect(counts).toEqual([{ 'north u-0': 24 }, { 'north u-0': 12 }, { 'north u-0': 12 }]);
  });

  it('a stage with another circumstance is told apart from what it was before', () => {
    const forms = [
      ...mixed(20, { circumstances: { stage: 'service.ended', voluntary: true } }),
      ...mixed(20, { circumstances: { stage: 'service.ended', voluntary: null } }),
    ];
    expect(responsesIn(compose(forms), 'T3')).toEqual({
      'north service.ended true': 20,
      'north service.ended unknown': 20,
    });
  });
});

describe('what can not be right', () => {
  /** Every second answer is missing from one table. */
  function broken(): Closed {
    const closed = closedWith([...mixed(30, at('u-0')), ...mixed(30, at('u-1'))]);
    const half = alike(15, { ...at('u-0'), answers: { heard: 4 } });
    const [, ...tallies] = closedWith(half).tallies;
    const wrong = tallies.find(({ table }) => table === 'T2');
    if (wrong === undefined) throw new Error('there is a tally by role');
    return { ...closed, tallies: closed.tallies.map((tally) => (tally.table === 'T2' ? wrong : tally)) };
  }

  it('tables that do not add up to the same keep everything back, and the error has no figures', () => {
    const attempt = (): unknown => composeReleases(broken(), solve);
    expect(attempt).toThrow();
    expect(attempt).not.toThrow(/\d{2,}(?!-)|u-\d/);
  });

  it('a solver that gives up keeps everything back', () => {
    const forms = [
      ...mixed(30, at('u-0')),
      ...mixed(6, at('u-1')),
      ...mixed(7, { ...at('u-1'), month: '2026-01' }),
    ];
    expect(() => composeReleases(closedWith(forms), () => ({ kind: 'unsolved' }))).toThrow();
  });
});

describe('what was told before', () => {
  it('is told again, though it would be held back by now', () => {
    const forms = [...mixed(30, at('u-0')), ...mixed(12, at('u-1'))];
    const already = released(compose(forms));
    const tooFew = { in: () => 40, around: () => 100 };
    expect(responsesIn(compose(forms, { tooFew }), 'T1')).toEqual({});
    const again = compose(forms, { tooFew, already });
    for (const [index, { cells }] of again.entries())
      if (again[index]?.table.startsWith('T')) expect(cells).toEqual(already[index]?.cells);
  });
});
