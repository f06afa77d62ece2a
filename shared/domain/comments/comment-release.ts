import type { Quarter } from '../calendar/month.ts';
import { commentItem } from '../questions/comment.ts';
import { labelsOf } from '../releases/labels.ts';
import type { Release } from '../releases/release.ts';
import type { TooFew } from '../releases/too-few.ts';
import { other } from '../tallies/pooling.ts';
import type { Text } from '../vocabulary.ts';
import { commentsMin } from './comment-strata.ts';
import { shuffled } from './shuffled.ts';

/** A comment that a person has approved, as it stands now. */
export type ApprovedComment = { readonly region: string; readonly text: string };

const title: Text = {
  fi: 'Kommentit alueittain ja vuosineljänneksittäin',
  sv: 'Kommentarer enligt område och kvartal',
  en: 'Comments by region and quarter',
};

const notes: readonly Text[] = [
  {
    fi: 'Jokaisen kommentin on lukenut ihminen ennen julkaisemista. Kommenttia on voitu lyhentää tai muokata, jotta ketään ei tunnisteta siitä. Hakasulkeissa oleva englanninkielinen sana, kuten [name] (nimi) tai [address] (osoite), on poistetun henkilötiedon paikalla.',
    sv: 'En människa har läst varje kommentar innan den publicerades. En kommentar kan ha förkortats eller ändrats så att ingen känns igen i den. Ett engelskt ord inom hakparentes, till exempel [name] (namn) eller [address] (adress), står i stället för en personuppgift som har tagits bort.',
    en: 'A person has read each comment before it was published. A comment may have been shortened or changed so that nobody can be recognised in it. A word in brackets, such as [name] or [address], stands for personal data that was removed.',
  },
  {
    fi: 'Kommentit ovat satunnaisessa järjestyksessä, eikä niitä voi yhdistää muihin vastauksiin. Ne eivät edusta kaikkia vastaajia: kommentin kirjoittaminen on vapaaehtoista.',
    sv: 'Kommentarerna står i slumpmässig ordning och kan inte kopplas till andra svar. De representerar inte alla som svarat: det är frivilligt att skriva en kommentar.',
    en: 'The comments stand in random order and cannot be joined with other answers. They do not speak for everyone who answered: writing a comment is voluntary.',
  },
];

/** What the publisher adds is when it came out, and as which revision. */
type Draft = Omit<Release, 'revision' | 'releasedOn' | 'correction'>;

/**
 * The release of a period's approved comments: by region where it has enough, the others together where they are enough
 * together, and otherwise not at all. Enough are ten, and more than so few people can have written as no figure may rest on.
 * Whatever order they come in, they are told in one that was drawn by lot.
 *
 * @param tooFew of the whole period
 * @param drawBelow a whole number from 0 to below its argument, all as likely, that nobody can foresee
 */
export function composeComments(
  period: Quarter,
  approved: readonly ApprovedComment[],
  tooFew: TooFew,
  drawBelow: (bound: number) => number,
): Draft {
  const byRegion = Map.groupBy(approved, ({ region }) => region);
  const areEnough = (region: string, { length }: readonly ApprovedComment[]): boolean =>
    length >= commentsMin && length > tooFew.around({ table: 'R1', stratum: { region }, item: commentItem });
  const isNamed = (region: string): boolean =>
    region !== other && areEnough(region, byRegion.get(region) ?? []);
  const told = Map.groupBy(shuffled(approved, drawBelow), ({ region }) => (isNamed(region) ? region : other));
  const cells = [...told]
    .filter(([region, comments]) => areEnough(region, comments))
    .toSorted(([one], [two]) => rank(one).localeCompare(rank(two), 'fi'))
    .flatMap(([region, comments]) => comments.map(({ text }) => ({ region, comment: text })));
  const dimensions = ['region'];
  return {
    table: 'C1',
    period,
    title,
    dimensions,
    labels: labelsOf(dimensions, cells, { units: [], questions: new Map() }),
    notes: [...notes],
    cells,
  };
}

/** By name; what is told together comes last. */
const rank = (region: string): string => `${region === other ? 1 : 0} ${region}`;
