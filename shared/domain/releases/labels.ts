import type { Question } from '../questions/question.ts';
import { other } from '../tallies/pooling.ts';
import { unknown } from '../tallies/table.ts';
import type { Unit } from '../unit.ts';
import { ageBandNames, languagesInWords, roleNames, stageNames } from '../vocabulary-texts.ts';
import type { Text } from '../vocabulary.ts';
import { codeIn, type Cell } from './release.ts';

/** What codes stand for, by code. */
type Names = Readonly<Record<string, Text>>;

const same = (text: string): Text => ({ fi: text, sv: text, en: text });

const otherText: Text = {
  fi: 'muut yhteensä (kukin liian pieni näytettäväksi erikseen)',
  sv: 'övriga sammanlagt (var för sig för små för att visas)',
  en: 'others together (each too small to be shown)',
};
const unknownText: Text = { fi: 'ei tiedossa', sv: 'ej känt', en: 'not known' };

/** Names of the codes that are always the same, by dimension. Places and services are told by what they are called. */
const fixed: Readonly<Record<string, Names>> = {
  role: roleNames,
  stage: stageNames,
  ageBand: ageBandNames,
  language: languagesInWords,
  voluntary: {
    true: { fi: 'vapaaehtoinen', sv: 'frivillig', en: 'voluntary' },
    false: {
      fi: 'voi olla vastoin asiakkaan tahtoa',
      sv: 'kan vara mot klientens vilja',
      en: 'may be against the client’s will',
    },
  },
  provision: {
    own: { fi: 'oma toiminta', sv: 'egen produktion', en: 'own service' },
    purchased: { fi: 'ostopalvelu', sv: 'köpt service', en: 'purchased service' },
  },
  channel: { mail: { fi: 'sähköposti', sv: 'e-post', en: 'e-mail' } },
};

/** What names are looked up in. */
type Named = {
  readonly units: readonly Unit[];
  /** By key, in the order in which they are told. */
  readonly questions: ReadonlyMap<string, Question>;
};

/**
 * Names the codes that stand in cells, as they are called today: a release keeps them. Questions are named in their order,
 * which exports keep, and all else in the order of codes.
 */
export function labelsOf(
  dimensions: readonly string[],
  cells: readonly Cell[],
  { units, questions }: Named,
): Record<string, Record<string, Text>> {
  const items: Names = Object.fromEntries([...questions].map(([key, { text }]) => [key, text]));
  const known: Readonly<Record<string, Names>> = {
    ...fixed,
    item: items,
    recommendation: items,
    unit: Object.fromEntries(units.map(({ id, name }) => [id, name])),
  };
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const codes = [...new Set(cells.map((cell) => codeIn(cell, dimension)))].toSorted();
      const ordered = dimension === 'item' ? inOrderOf(Object.keys(items), codes) : codes;
      return [dimension, Object.fromEntries(ordered.map((code) => [code, nameOf(known[dimension], code)]))];
    }),
  );
}

/** Those that have a place in an order come first, by it. */
const inOrderOf = (order: readonly string[], codes: readonly string[]): string[] => {
  const found = new Set(codes);
  const placed = order.filter((code) => found.has(code));
  return [...placed, ...codes.filter((code) => !placed.includes(code))];
};

function nameOf(names: Names | undefined, code: string): Text {
  if (code === other) return otherText;
  if (code === unknown) return unknownText;
  return names?.[code] ?? same(code);
}
