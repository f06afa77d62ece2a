import type { AgeBand, Language, Role, Stage } from '../vocabulary.ts';

/** Who is asked with which question set. */
export type Audience = {
  readonly role: Role;
  /** Which ages of this role; all from the rule's youngest when left out. */
  readonly ageBands?: readonly AgeBand[];
  readonly questionSet: string;
};

/** When a request may leave: local hours of a weekday in Helsinki, first hour included, last excluded. */
export type SendingWindow = {
  /** ISO weekdays, Monday 1 to Sunday 7. */
  readonly weekdays: readonly number[];
  readonly fromHour: number;
  readonly toHour: number;
};

/** A stage rule: which stage asks whom, what, when, and how seldom. Administrators own it. */
export type Rule = {
  readonly id: string;
  readonly version: number;
  readonly stage: Stage;
  readonly enabled: boolean;
  readonly audiences: readonly Audience[];
  readonly youngestAgeBand: AgeBand;
  /** The language of the form where the recipient's own has none; null asks nobody who would need it. */
  readonly fallbackLanguage: Language | null;
  readonly delayDays: number;
  readonly window: SendingWindow;
  /** A request that could not leave within so many days of its due time is dropped. */
  readonly expiresAfterDays: number;
  /** Between any two asks to one person. */
  readonly minimumGapDays: number;
  /** Between two asks to one person about the same stage of the same case. */
  readonly stageGapDays: number;
};
