import type { SectionTexts } from '../section.ts';

/** Sections of the accessibility statement, in the order in which they are read. */
export const accessibilitySections = [
  'about',
  'state',
  'shortcomings',
  'assessment',
  'feedback',
  'authority',
] as const;
export type AccessibilitySection = (typeof accessibilitySections)[number];

/** Everything that the accessibility statement says, in one language. */
export type AccessibilityTexts = {
  /** With soft hyphens where it breaks on a narrow screen. */
  readonly title: string;
  readonly languages: string;
  readonly sections: Readonly<Record<AccessibilitySection, SectionTexts>>;
  /** @param name of the organisation */
  readonly responsible: (name: string) => string;
  /** @param day in words */
  readonly assessed: (day: string) => string;
  /** Lead over to an address. */
  readonly write: string;
  readonly switchboard: string;
  /** Who supervises the law, by its name. */
  readonly authority: string;
  readonly authorityAddress: string;
};
