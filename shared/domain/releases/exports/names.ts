import { languages, type Language, type Text } from '../../vocabulary.ts';
import type { Release } from '../release.ts';
import { measureNotes, measuresOf } from './measures.ts';

/** What dimensions are called. `period` and `figure` are those that exports add to a release's own. */
const dimensionNames: Readonly<Record<string, Text>> = {
  region: { fi: 'Alue', sv: 'Område', en: 'Region' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  role: { fi: 'Vastaajan rooli', sv: 'Den svarandes roll', en: 'Role' },
  stage: { fi: 'Asiakasprosessin vaihe', sv: 'Skede i klientprocessen', en: 'Stage' },
  voluntary: { fi: 'Vapaaehtoisuus', sv: 'Frivillighet', en: 'Voluntariness' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  service: { fi: 'Sosiaalipalvelu', sv: 'Socialservice', en: 'Social service' },
  provision: { fi: 'Järjestämistapa', sv: 'Produktionssätt', en: 'Provision' },
  ageBand: { fi: 'Ikäryhmä', sv: 'Åldersgrupp', en: 'Age band' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  channel: { fi: 'Kanava', sv: 'Kanal', en: 'Channel' },
  item: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  recommendation: { fi: 'Suosittelukysymys', sv: 'Rekommendationsfråga', en: 'Recommendation question' },
  period: { fi: 'Ajanjakso', sv: 'Period', en: 'Period' },
  figure: { fi: 'Tunnusluku', sv: 'Nyckeltal', en: 'Figure' },
};

/** What a dimension is called; its own name where it is new here. */
export const dimensionName = (dimension: string): Text =>
  dimensionNames[dimension] ?? { fi: dimension, sv: dimension, en: dimension };

/** What a code stands for, as the release says; the code itself where it says nothing. */
export function codeName({ labels }: Release, dimension: string, code: string): Text {
  const label = labels[dimension]?.[code];
  return textBy((language) => label?.[language] ?? code);
}

/** A text from what it is in each language. */
export const textBy = (say: (language: Language) => string): Text => ({
  fi: say('fi'),
  sv: say('sv'),
  en: say('en'),
});

/** The languages of a document that has all of them, the one that was asked for first. */
export const languagesFrom = (first: Language): Language[] => [
  first,
  ...languages.filter((language) => language !== first),
];

/** What stands in every dimension of a release that shows nothing: readers want a table to have at least one value. */
export const nothing = '(none)';
export const nothingName: Text = { fi: 'ei näytettävää', sv: 'inget att visa', en: 'nothing to show' };

/** Whose statistics they are, and of what. */
export const source = 'Kuultu';
export const subject: Text = {
  fi: 'Palaute lastensuojelusta ja perheiden palveluista',
  sv: 'Respons om barnskydd och service för familjer',
  en: 'Feedback on child welfare and family services',
};

/** What stands for a figure that is not shown. */
export const notShown = '..';
export const notShownName: Text = {
  fi: 'Tietoa ei näytetä tai sitä ei ole.',
  sv: 'Uppgiften visas inte eller finns inte.',
  en: 'The figure is not shown, or there is none.',
};

const correctedName: Text = { fi: 'Korjattu julkaisu', sv: 'Rättad publicering', en: 'Corrected release' };

/** What readers of an export must know: why it was corrected, what the release says, and what its signs and measures mean. */
export const notesOf = ({ notes, table, correction }: Release): Text[] => [
  ...(correction === null ? [] : [textBy((language) => `(${correctedName[language]}: ${correction})`)]),
  ...notes,
  ...measuresOf(table).flatMap(({ id }) => measureNotes[id] ?? []),
  textBy((language) => `${notShown} ${notShownName[language]}`),
];
