/**
 * Shows on generated small deployments that whatever is answered, something can be published and is safe: the composition
 * always ends, the last look finds nothing, a plain look at what is left over of each region finds no few answers either, the
 * same answers give the same releases in whatever order they are counted, and what was told once is told again. The solver is
 * the real one; one that is told to do nothing is there to show that the looks can fail.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../shared/adapters/linear-programs.ts';
import type { Solve } from '../../../../shared/domain/disclosure/linear-program.ts';
import type { Closed } from '../../../../shared/domain/releases/closed.ts';
import { composeReleases, type Draft } from '../../../../shared/domain/releases/compose.ts';
import {
  answersMin,
  detailOf,
  tellsAtLeast,
  type ToldDetail,
} from '../../../../shared/domain/releases/detail.ts';
import {
  auditItem,
  protectItem,
  type Candidate,
} from '../../../../shared/domain/releases/protection/protect-item.ts';
import type { Cell, Release } from '../../../../shared/domain/releases/release.ts';
import { total } from '../../../../shared/domain/tallies/tally.ts';
import { closedWith } from '../../../support/closed.ts';
import { alike, anyDeployment, anyForms, type Filled } from '../../../support/filled-forms.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const anything = anyDeployment(6).chain((deployment) => anyForms(deployment, 14));
const item = 'heard';

const released = (drafts: readonly Draft[]): Release[] =>
  drafts.map((draft) => ({ ...draft, revision: 1, releasedOn: '2026-04-01', correction: null }));

/** The cells of one question, each with the most that may be told of it by itself. */
const candidatesOf = ({ tallies, least }: Closed): Candidate[] =>
  tallies.flatMap(({ table, stratum, items }): Candidate[] => {
    const tally = items[item];
    if (tally === undefined || table === 'R1') return [];
    const detail = detailOf(tally, 4, least);
    return [{ table, stratum, tally, detail, tooFewAround: 4, already: 'none' }];
  });

const levels: readonly ToldDetail[] = ['band', 'groups', 'full'];
const byRegion = ['T1', 'T2', 'T3', 'T7', 'T8'];

/** What is left over of a region where one table tells all of it and another does not: by level, in answers. */
function leftOver(closed: Closed, told: readonly string[]): { level: ToldDetail; left: number }[] {
  const cells = candidatesOf(closed).map((cell, index) => ({ ...cell, told: told[index] ?? 'none' }));
  const regions = Map.groupBy(
    cells.filter(({ table }) => byRegion.includes(table)),
    ({ stratum }) => stratum['region'],
  );
  return levels.flatMap((level) =>
    [...regions.values()].flatMap((within) => {
      const rests = [...Map.groupBy(within, ({ table }) => table).values()].map((table) =>
        table
          .filter((cell) => !tellsAtLeast(cell.told as ToldDetail, level))
          .reduce((sum, { tally }) => sum + total(tally.counts), 0),
      );
      return rests.includes(0) ? rests.filter((left) => left > 0).map((left) => ({ level, left })) : [];
    }),
  );
}

describe('whatever is answered', { timeout: 120_000 }, () => {
  it('there is a way to tell it, which the last look finds nothing in', () => {
    let told = 0;
    let heldBack = 0;
    fc.assert(
      fc.property(anything, fc.constantFrom(5, 5, 12), (forms, least) => {
        const closed = closedWith(forms, { least });
        const candidates = candidatesOf(closed);
        const options = { structure: closed.structure, least, solve };
        const details = protectItem(candidates, options);
        expect(auditItem(candidates, details, options)).toEqual([]);
        for (const { level, left } of leftOver(closed, details))
          expect(left).toBeGreaterThanOrEqual(Math.max(least, answersMin[level]));
        for (const [index, { detail }] of candidates.entries()) {
          const got = details[index] ?? 'none';
          // Nothing is told that may not be told of the cell by itself.
          expect(tellsAtLeast(detail, got)).toBe(true);
          if (got !== 'none') told += 1;
          if (got !== detail) heldBack += 1;
        }
      }),
      { numRuns: 25 },
    );
    // There was something to tell, and something that had to be held back besides.
    expect(told).toBeGreaterThan(100);
    expect(heldBack).toBeGreaterThan(10);
  });

  it('all of it comes out, in the same words whatever order it was counted in', () => {
    const shuffled = anything.chain((forms) =>
      fc.tuple(fc.constant(forms), fc.shuffledSubarray(forms, { minLength: forms.length })),
    );
    fc.assert(
      fc.property(shuffled, ([forms, inAnotherOrder]) => {
        const closed = closedWith(forms);
        const text = JSON.stringify(composeReleases(closed, solve));
        const { tallies, drivers } = closedWith(inAnotherOrder);
        expect(JSON.stringify(composeReleases({ ...closed, tallies, drivers }, solve))).toBe(text);
        const turned = { ...closed, tallies: tallies.toReversed() };
        expect(JSON.stringify(composeReleases(turned, solve))).toBe(text);
      }),
      { numRuns: 5 },
    );
  });

  it('what was told once is told again, though more is known by now of who answered', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 5, max: 30 }), (forms, most) => {
        const closed = closedWith(forms);
        const already = released(composeReleases(closed, solve));
        const tooFew = { in: () => most, around: () => 2 * most };
        const again = composeReleases({ ...closed, tooFew, already }, solve);
        for (const [index, { table, dimensions, cells }] of already.entries()) {
          if (!table.startsWith('T')) continue;
          const placeOf = (cell: Cell): string => JSON.stringify(dimensions.map((name) => cell[name]));
          const now = new Map((again[index]?.cells ?? []).map((cell) => [placeOf(cell), cell]));
          for (const cell of cells) {
            const { responses, ...figures } = now.get(placeOf(cell)) ?? { responses: null };
            expect(responses).toBe(cell['responses']);
            // Beside what may be told no more, others may be told in more detail: never in less.
            for (const name of ['distribution', 'groups', 'mean', 'index'])
              if (cell[name] !== null) expect(figures).toHaveProperty(name, cell[name]);
          }
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('the last look', () => {
  /** Two units of a region, of thirty and twenty answers, about which everything may be told. */
  const forms = (): Filled[] =>
    [1, 2, 3, 4, 5].flatMap((heard) => [
      ...alike(6, { unit: 'u-0', answers: { heard } }),
      ...alike(4, { unit: 'u-1', answers: { heard } }),
    ]);

  it('finds nothing where all is told, and what could be subtracted where one cell alone is not', () => {
    const closed = closedWith(forms());
    const candidates = candidatesOf(closed);
    const options = { structure: closed.structure, least: 5, solve };
    const all = candidates.map(({ detail }) => detail);
    expect(auditItem(candidates, all, options)).toEqual([]);
    const isSmall = ({ stratum }: Candidate): boolean => stratum['unit'] === 'u-1';
    const withoutOne = all.map((detail, index) => {
      const candidate = candidates[index];
      return candidate !== undefined && isSmall(candidate) ? 'none' : detail;
    });
    expect(auditItem(candidates, withoutOne, options).length).toBeGreaterThan(0);
  });

  it('finds something wherever it can not be looked at', () => {
    const closed = closedWith(forms());
    const candidates = candidatesOf(closed);
    const gaveUp: Solve = () => ({ kind: 'unsolved' });
    const options = { structure: closed.structure, least: 5, solve: gaveUp };
    const none = candidates.map(({ stratum }, index) =>
      stratum['unit'] === undefined ? (candidates[index]?.detail ?? 'none') : 'none',
    );
    expect(auditItem(candidates, none, options).length).toBeGreaterThan(0);
  });
});
