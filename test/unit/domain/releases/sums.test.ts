/**
 * Shows that the sums which everybody may know hold for the answers of any generated deployment: every total is what its parts
 * add up to, whatever lies where and whatever is told together; and that answers which were counted elsewhere than their units
 * lie are found out, so that nothing is published of them.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '../../../../shared/adapters/linear-programs.ts';
import type { Solve } from '../../../../shared/domain/disclosure/linear-program.ts';
import { addUp } from '../../../../shared/domain/releases/protection/sums.ts';
import type { Closed } from '../../../../shared/domain/releases/closed.ts';
import { total } from '../../../../shared/domain/tallies/tally.ts';
import { closedWith } from '../../../support/closed.ts';
import { alike, anyDeployment, anyForms } from '../../../support/filled-forms.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const cellsOf = ({ tallies }: Closed, item: string) =>
  tallies.flatMap(({ table, stratum, items: { [item]: tally } }) =>
    tally === undefined || table === 'R1' ? [] : [{ table, stratum, tally }],
  );

const anything = anyDeployment(7).chain((deployment) => anyForms(deployment, 16));

describe('whatever is answered', () => {
  it('every sum is what its parts add up to, in whole answers', () => {
    let sums = 0;
    fc.assert(
      fc.property(anything, fc.constantFrom('heard', 'recommend'), (forms, item) => {
        const closed = closedWith(forms);
        const cells = cellsOf(closed, item);
        const added = addUp(cells, closed.structure, solve);
        expect(added).toBeDefined();
        if (added === undefined) return;
        const { table } = added;
        expect(table.cells.slice(0, cells.length).map(({ value }) => value)).toEqual(
          cells.map(({ tally }) => total(tally.counts)),
        );
        for (const { value } of table.cells) {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
        for (const { total: whole, parts } of table.sums)
          expect(total(parts.map((part) => table.cells[part]?.value ?? NaN))).toBe(table.cells[whole]?.value);
        sums += table.sums.length;
      }),
      { numRuns: 100 },
    );
    expect(sums).toBeGreaterThan(500);
  });

  it('every table is tied to every other: no cell stands by itself', () => {
    fc.assert(
      fc.property(anything, (forms) => {
        const closed = closedWith(forms);
        const cells = cellsOf(closed, 'heard');
        const { table } = addUp(cells, closed.structure, solve) ?? { table: { sums: [] } };
        const tied = new Set(table.sums.flatMap(({ total: whole, parts }) => [whole, ...parts]));
        for (const index of cells.keys()) expect(tied.has(index)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what does not fit', () => {
  const closed = closedWith([
    ...alike(12, { unit: 'u-0', place: { region: 'north', organisation: 'first' } }),
    ...alike(9, { unit: 'u-1', place: { region: 'south', organisation: 'second' } }),
  ]);
  const cells = cellsOf(closed, 'heard');
  const { units, ages } = closed.structure;

  it('fits where everything lies as it was counted', () => {
    expect(addUp(cells, closed.structure, solve)).toBeDefined();
  });

  it.each([
    [
      'a unit that belongs to another organisation',
      { units: units.map((unit) => ({ ...unit, organisation: 'first' })), ages },
    ],
    ['people who are of another age', { units, ages: { parent: ['7-12'] } }],
  ])('is found of %s', (_, structure) => {
    expect(addUp(cells, structure, solve)).toBeUndefined();
  });

  it('is not looked for by a solver that gives up', () => {
    const pooled = closedWith([
      ...alike(12, { unit: 'u-0' }),
      ...alike(3, { unit: 'u-1' }),
      ...alike(4, { unit: 'u-2' }),
    ]);
    expect(addUp(cellsOf(pooled, 'heard'), pooled.structure, solve)).toBeDefined();
    expect(addUp(cellsOf(pooled, 'heard'), pooled.structure, () => ({ kind: 'unsolved' }))).toBeUndefined();
  });
});
