/**
 * Tallies keep counts and nothing else. Whatever is answered, no stratum of fewer than five is stored for any question;
 * the strata of a table add up to all answers; and every stratum that is told by name has exactly its own.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { other } from '../../../shared/domain/tallies/pooling.ts';
import { reportTable, reportTables, tableIds, type TableId } from '../../../shared/domain/tallies/table.ts';
import { responsesMin, tallySchema, total, type Tally } from '../../../shared/domain/tallies/tally.ts';
import { forms as sentForms } from '../../../shared/domain/tallies/tallying.ts';
import { alike, anyDeployment, anyForms, tallied, type Filled } from '../../support/filled-forms.ts';

const talliesOf = (forms: readonly Filled[]): readonly Tally[] => tallied(forms).tallies;

/** How many answered a question in each stratum of a table, by the values of its dimensions. */
function sizes(forms: readonly Filled[], table: TableId, question = 'heard'): Record<string, number> {
  const told = talliesOf(forms).filter((tally) => tally.table === table);
  return Object.fromEntries(
    told.flatMap(({ stratum, items }) => {
      const counts = items[question]?.counts;
      return counts ? [[Object.values(stratum).join(' '), total(counts)]] : [];
    }),
  );
}

const north = { region: 'north', organisation: 'county' };
const south = { region: 'south', organisation: 'county' };

describe('a tally', () => {
  it('counts each step of the scale, lowest first, once in every table', () => {
    const forms = [
      ...alike(5, { answers: { heard: 5, recommend: 0 } }),
      ...alike(1, { answers: { heard: 1, recommend: 10 } }),
    ];
    const items = {
      '(forms)': { from: 1, counts: [6] },
      heard: { from: 1, counts: [1, 0, 0, 0, 5] },
      recommend: { from: 0, counts: [5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] },
    };
    expect(talliesOf(forms)).toEqual([
      { table: 'R1', stratum: { region: 'north', channel: 'mail' }, items },
      { table: 'T1', stratum: { region: 'north', unit: 'u-0' }, items },
      { table: 'T2', stratum: { region: 'north', role: 'parent' }, items },
      { table: 'T3', stratum: { region: 'north', stage: 'plan-meeting.held', voluntary: 'true' }, items },
      { table: 'T4', stratum: { organisation: 'county', month: '2026-02' }, items },
      { table: 'T5', stratum: { service: '31' }, items },
      { table: 'T6', stratum: { provision: 'own' }, items },
      { table: 'T7', stratum: { region: 'north', ageBand: '18+' }, items },
      { table: 'T8', stratum: { region: 'north', language: 'fi' }, items },
    ]);
  });

  it('is not made of answers on two scales under one key', () => {
    expect(() => talliesOf(alike(5, { answers: { heard: 6 } }))).toThrow('beyond the scale');
  });

  it('of four answers can not be stored, of five it can', () => {
    expect(talliesOf(alike(4))).toEqual([]);
    expect(talliesOf(alike(4, { answers: {} }))).toEqual([]);
    expect(talliesOf(alike(5))).toHaveLength(tableIds.length);
  });

  it('leaves out the one question that too few have answered', () => {
    const forms = [...alike(4, { answers: { heard: 4, respect: 4 } }), ...alike(1)];
    for (const { items } of talliesOf(forms)) expect(Object.keys(items)).toEqual(['(forms)', 'heard']);
  });

  it('can be read back as it was stored', () => {
    const [stored] = talliesOf(alike(5));
    expect(tallySchema.parse(stored)).toEqual(stored);
  });
});

describe('what is too small', () => {
  it('is told together with its siblings', () => {
    const forms = [...alike(9), ...alike(3, { unit: 'u-1' }), ...alike(2, { unit: 'u-2' })];
    expect(sizes(forms, 'T1')).toEqual({ 'north u-0': 9, [`north ${other}`]: 5 });
    expect(sizes(forms, 'T2')).toEqual({ 'north parent': 14 });
  });

  it('takes the next smallest sibling with it, where it is too small still', () => {
    const forms = [...alike(9), ...alike(7, { unit: 'u-1' }), ...alike(4, { unit: 'u-2' })];
    expect(sizes(forms, 'T1')).toEqual({ 'north u-0': 9, [`north ${other}`]: 11 });
  });

  it('is pooled within its region, and a small region with the next smallest, in all tables alike', () => {
    const forms = [
      ...alike(9, { unit: 'u-1', place: north }),
      ...alike(8, { unit: 'u-2', place: south }),
      ...alike(3, { unit: 'u-3', place: { region: 'west', organisation: 'county' } }),
    ];
    expect(sizes(forms, 'T1')).toEqual({ 'north u-1': 9, [`${other} ${other}`]: 11 });
    for (const [table, value] of [
      ['T2', 'parent'],
      ['T7', '18+'],
      ['T8', 'fi'],
    ] as const)
      expect(sizes(forms, table)).toEqual({ [`north ${value}`]: 9, [`${other} ${value}`]: 11 });
  });

  it('is decided for each question by itself', () => {
    const forms = [
      ...alike(6, { answers: { heard: 3, respect: 3 } }),
      ...alike(6, { unit: 'u-1', answers: { heard: 3 } }),
      ...alike(2, { unit: 'u-1', answers: { respect: 3 } }),
    ];
    expect(sizes(forms, 'T1', 'heard')).toEqual({ 'north u-0': 6, 'north u-1': 6 });
    expect(sizes(forms, 'T1', 'respect')).toEqual({ [`north ${other}`]: 8 });
  });

  it('is pooled in every dimension but that of its parents', () => {
    const small = { stage: 'service.ended', voluntary: null };
    const forms = [
      ...alike(12),
      ...alike(3, { circumstances: small }),
      ...alike(2, { circumstances: { ...small, voluntary: true } }),
    ];
    expect(sizes(forms, 'T3')).toEqual({
      'north plan-meeting.held true': 12,
      [`north ${other} ${other}`]: 5,
    });
  });

  it('of an organisation is pooled with another, though its months are large enough together', () => {
    const forms = [
      ...alike(20, { place: north }),
      ...alike(3, { unit: 'u-1', place: { ...north, organisation: 'small' }, month: '2026-01' }),
      ...alike(3, { unit: 'u-2', place: { ...north, organisation: 'tiny' }, month: '2026-01' }),
    ];
    expect(sizes(forms, 'T4')).toEqual({ 'county 2026-02': 20, [`${other} 2026-01`]: 6 });
  });
});

const anything = anyDeployment(6).chain((deployment) => anyForms(deployment, 14));

describe('whatever is answered', () => {
  const questions = ['heard', 'respect', 'recommend', sentForms];

  /** Every form that was sent counts as one, however much of it is filled in. */
  const given = ({ answers }: Filled, question: string): number | undefined =>
    question === sentForms ? 1 : answers[question];

  it('no stratum holds fewer than five answers to any question', () => {
    fc.assert(
      fc.property(anything, (forms) => {
        for (const { items } of talliesOf(forms))
          for (const { counts } of Object.values(items))
            expect(total(counts)).toBeGreaterThanOrEqual(responsesMin);
      }),
    );
  });

  it('the strata of each table add up to all answers to a question, or are not there', () => {
    fc.assert(
      fc.property(anything, (forms) => {
        for (const question of questions) {
          const answered = forms.filter((form) => given(form, question) !== undefined).length;
          const expected = answered < responsesMin ? 0 : answered;
          for (const table of tableIds)
            expect([table, total(Object.values(sizes(forms, table, question)))]).toEqual([table, expected]);
        }
      }),
    );
  });

  it('a stratum that is told by name has exactly its own answers', () => {
    fc.assert(
      fc.property(anything, (forms) => {
        for (const { table, stratum, items } of talliesOf(forms)) {
          if (Object.values(stratum).includes(other)) continue;
          const named = JSON.stringify(stratum);
          const own = forms.filter(
            ({ asked }) => JSON.stringify(reportTable(table).stratum(asked)) === named,
          );
          for (const [question, { from, counts }] of Object.entries(items))
            expect(counts).toEqual(
              counts.map((_, step) => own.filter((form) => given(form, question) === from + step).length),
            );
        }
      }),
    );
  });

  it('a region has the same total in each table that tells of regions', () => {
    fc.assert(
      fc.property(anything, (forms) => {
        for (const question of questions) {
          const totals = reportTables
            .filter(({ parents }) => parents.includes('region'))
            .map(({ id }) => {
              const regions = new Map<string, number>();
              for (const { table, stratum, items } of talliesOf(forms)) {
                const region = stratum['region'] ?? '';
                const size = total(items[question]?.counts ?? []);
                if (table === id && size > 0) regions.set(region, (regions.get(region) ?? 0) + size);
              }
              return Object.fromEntries(regions);
            });
          for (const regions of totals) expect(regions).toEqual(totals[0]);
        }
      }),
    );
  });

  it('the tallies come out the same in whatever order the answers came in', () => {
    const shuffled = anything.chain((forms) =>
      fc.tuple(fc.constant(forms), fc.shuffledSubarray(forms, { minLength: forms.length })),
    );
    fc.assert(
      fc.property(shuffled, ([forms, inAnotherOrder]) => {
        // As text, since the order of strata and questions must not tell either.
        expect(JSON.stringify(tallied(inAnotherOrder))).toBe(JSON.stringify(tallied(forms)));
      }),
    );
  });
});
