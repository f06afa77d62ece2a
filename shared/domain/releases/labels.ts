import { bank } from '../questions/bank.ts';
import { questionSets } from '../questions/question-sets.ts';
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

const items: Names = Object.fromEntries(
  [...Object.values(bank), ...questionSets.flatMap(({ questions }) => questions)].map(({ key, text }) => [
    key,
    text,
  ]),
);

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
  item: items,
  recommendation: items,
};

/** Names the codes that stand in cells, as they are called today: a release keeps them. */
export function labelsOf(
  dimensions: readonly string[],
  cells: readonly Cell[],
  units: readonly Unit[],
): Record<string, Record<string, Text>> {
  const known: Readonly<Record<string, Names>> = {
    ...fixed,
    unit: Object.fromEntries(units.map(({ id, name }) => [id, name])),
  };
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const codes = new Set(cells.map((cell) => codeIn(cell, dimension)).toSorted());
      return [
        dimension,
        Object.fromEntries([...codes].map((code) => [code, nameOf(known[dimension], code)])),
      ];
    }),
  );
}

function nameOf(names: Names | undefined, code: string): Text {
  if (code === other) return otherText;
  if (code === unknown) return unknownText;
  return names?.[code] ?? same(code);
}
