import type { Stage } from '../../vocabulary.ts';
import type { Choice } from '../preference-choice.ts';

/** Stages after which somebody can be asked at all. */
type AskingStage = Exclude<Stage, 'plan-meeting.cancelled' | 'hold.started' | 'hold.ended'>;

/** Everything the preferences page says, in one language. Days and dates are put in by the page. */
export type PreferencesTexts = {
  readonly title: string;
  readonly languages: string;
  readonly saved: string;
  readonly choose: string;
  readonly unavailable: string;
  readonly whyTitle: string;
  /** Why a request came. Whoever else reads the mailbox should learn nothing of a family from it. */
  readonly why: Readonly<Record<AskingStage | 'other', string>>;
  readonly whyForgotten: string;
  readonly rulesTitle: string;
  readonly delay: (days: number) => string;
  readonly cap: (most: number, days: number) => string;
  readonly gap: (days: number) => string;
  readonly once: string;
  readonly nowTitle: string;
  readonly open: string;
  /** @param lastDay such as `2 March 2026` */
  readonly paused: (lastDay: string) => string;
  readonly stopped: string;
  readonly earliest: (day: string) => string;
  readonly anyTime: string;
  readonly choiceLegend: string;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly noEffect: string;
  readonly languageLegend: string;
  readonly languageHint: string;
  readonly save: string;
  readonly saveLanguage: string;
  readonly blind: string;
  readonly personal: string;
  readonly unknownTitle: string;
  readonly unknownBroken: string;
  readonly unknownHelp: string;
};
