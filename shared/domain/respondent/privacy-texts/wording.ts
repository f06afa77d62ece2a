/** Sections of the privacy notice, in the order in which they are read. */
export const privacySections = [
  'short',
  'asked',
  'person',
  'answers',
  'seen',
  'promised',
  'notPromised',
  'rights',
  'responsible',
] as const;
export type PrivacySection = (typeof privacySections)[number];

/** A line of a list, or one that begins with what it is about. */
export type Point = string | readonly [lead: string, text: string];

/** What a section says: paragraphs, then a list. Each fits the screen of a phone. */
type SectionTexts = {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points: readonly Point[];
};

/** Who answers for the processing, in the words of the law. */
export type PrivacyContactTexts = {
  /** @param name of the organisation */
  readonly named: (name: string) => string;
  /** Where nobody has told the installation whose it is. */
  readonly unnamed: string;
  readonly contact: string;
  readonly officer: string;
};

/** Everything that the privacy notice says, in one language. */
export type PrivacyTexts = {
  readonly title: string;
  readonly languages: string;
  readonly sections: Readonly<Record<PrivacySection, SectionTexts>>;
  /** Leads over to the address of the supervisory authority. */
  readonly authority: string;
  readonly authorityAddress: string;
  readonly contact: PrivacyContactTexts;
};
