import type { SectionTexts } from '../section.ts';

/** Sections of the privacy notice, in the order in which they are read. */
export const privacySections = [
  'short',
  'asked',
  'person',
  'answers',
  'device',
  'seen',
  'promised',
  'notPromised',
  'rights',
  'responsible',
] as const;
export type PrivacySection = (typeof privacySections)[number];

/** Who answers for the processing, in the words of the law. */
export type PrivacyContactTexts = {
  /** @param name of the organisation */
  readonly named: (name: string) => string;
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
