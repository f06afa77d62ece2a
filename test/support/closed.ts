import * as z from 'zod';
import type { Closed } from '../../shared/domain/releases/closed.ts';
import type { Draft } from '../../shared/domain/releases/compose.ts';
import type { TooFew } from '../../shared/domain/releases/too-few.ts';
import { placesOf } from '../../shared/domain/tallies/places.ts';
import { structureOf } from '../../shared/domain/tallies/structure.ts';
import { responsesMin } from '../../shared/domain/tallies/tally.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import { tallied, type Filled } from './filled-forms.ts';
import { shippedCatalogue } from './shipped-forms.ts';

/** Everybody was asked once: four people have given four answers at most, wherever one looks. */
export const onceEach: TooFew = { in: () => responsesMin - 1, around: () => responsesMin - 1 };

/** The units that forms are about, where they lay when they were counted. */
export const unitsOf = (forms: readonly Filled[]): Unit[] =>
  [...new Map(forms.map(({ asked: { context, place } }) => [context.unit, place]))].map(([id, place]) => ({
    ...{ id, ...place, name: { fi: `${id} fi`, sv: `${id} sv`, en: `${id} en` }, public: false },
    confirmed: true,
  }));

/** A quarter in which these forms came, counted as the mix counts them. */
export function closedWith(forms: readonly Filled[], changes: Partial<Closed> = {}): Closed {
  const units = unitsOf(forms);
  return {
    ...{ period: '2026-Q1', ...tallied(forms), invited: [], tooFew: onceEach, least: responsesMin },
    structure: structureOf(
      units,
      forms.map(({ asked }) => asked.context),
      placesOf(units),
    ),
    ...{ units, questions: shippedCatalogue.items, earlier: [], already: [] },
    ...changes,
  };
}

/** The cells of one release, where it came out at all. */
export const cellsIn = (drafts: readonly Draft[], table: string, period = '2026-Q1'): Draft['cells'] =>
  drafts.filter((draft) => draft.table === table && draft.period === period).flatMap(({ cells }) => cells);

/** How many answers are told in each cell of a table, by the codes of its dimensions but the question. */
export const responsesIn = (
  drafts: readonly Draft[],
  table: string,
  { item = 'heard', period = '2026-Q1' } = {},
): Record<string, unknown> => {
  const draft = drafts.find((each) => each.table === table && each.period === period);
  const names = draft?.dimensions.filter((name) => name !== 'item') ?? [];
  return Object.fromEntries(
    cellsIn(drafts, table, period)
      .filter((cell) => cell['item'] === item)
      .map((cell) => [names.map((name) => z.string().parse(cell[name])).join(' '), cell['responses']]),
  );
};
