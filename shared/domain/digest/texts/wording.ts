import type { QuestionGroup } from '../digest.ts';

/** Everything that a digest says, in one language. Numbers come written as the language writes them. */
export type DigestTexts = {
  /** Of the page, before the name. */
  readonly digest: string;
  readonly languages: string;
  /** January first. */
  readonly months: readonly string[];
  /** Between the first and the last month of a quarter, from their names. */
  readonly quarter: (first: string, last: string, year: string) => string;
  /** As short as can be, from the number of the month, or of the quarter. */
  readonly shortMonth: (month: number, year: string) => string;
  readonly shortQuarter: (quarter: number, year: string) => string;
  readonly thanks: string;
  readonly asked: string;
  /** How many answers each question has. */
  readonly answersEach: (count: string) => string;
  readonly heard: string;
  readonly wentWell: string;
  readonly order: string;
  /** Above pictures. */
  readonly captions: { readonly spread: string; readonly mean: string; readonly index: string };
  readonly groups: Readonly<Record<QuestionGroup, string>>;
  readonly mean: (value: string) => string;
  readonly meanBetween: (from: string, to: string) => string;
  /** @param interval null where it is not told */
  readonly index: (value: string, interval: string | null) => string;
  readonly answers: (count: string) => string;
  /** What is behind a picture, for those who do not see it. */
  readonly spread: (steps: string) => string;
  readonly earlier: string;
  readonly actions: {
    readonly title: string;
    readonly said: string;
    readonly did: string;
    readonly none: string;
  };
  readonly reading: {
    readonly title: string;
    readonly marks: string;
    readonly index: string;
    readonly each: string;
    readonly compare: string;
    readonly tooFew: (responsesMin: string) => string;
    readonly againstWill: string;
  };
  /** When the figures were published, or corrected. */
  readonly published: (day: string) => string;
  readonly corrected: (day: string) => string;
  /** Where figures stand that are not for everyone. @param least answers of those that are */
  readonly forStaff: (least: string) => string;
  readonly nothing: readonly string[];
  /** For everyone who follows an address that leads nowhere. */
  readonly missing: { readonly title: string; readonly text: string };
};
