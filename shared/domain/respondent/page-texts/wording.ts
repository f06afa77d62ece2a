import type { Scale } from '../../questions/question.ts';

/** Everything the survey page says, in one language. */
export type PageTexts = {
  /** What the row of languages is. */
  readonly languages: string;
  readonly title: string;
  /** @param who the organisation that asks */
  readonly opening: (who: string) => string;
  readonly voluntary: string;
  readonly notLive: string;
  readonly emergency: string;
  /** For children and young people. */
  readonly helpline: string;
  readonly complaint: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly proceed: string;
  readonly mistyped: string;
  readonly expired: string;
  readonly used: string;
  readonly nothingAnswered: string;
  readonly unavailable: string;
  /** Not sent for want of a connection: sent again by itself once there is one. */
  readonly offline: string;
  readonly tooLong: string;
  readonly sending: string;
  /** The answer was not sent, because somebody signs with another key than the page's. */
  readonly tampered: string;
  readonly outdated: string;
  readonly refused: string;
  /** The link that was followed holds no whole invitation. */
  readonly truncated: string;
  readonly listen: string;
  readonly questionsTitle: string;
  readonly skip: string;
  readonly noOpinion: string;
  /** How answers are protected where the browser has no JavaScript, and where it has. */
  readonly formWay: string;
  readonly scriptWay: string;
  readonly commentLabel: string;
  readonly commentHint: string;
  readonly send: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly scales: Readonly<
    Record<
      Scale['kind'],
      { readonly lowest: string; readonly highest: string; readonly steps: readonly string[] }
    >
  >;
};
