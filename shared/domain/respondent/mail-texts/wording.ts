import type { FormAudience } from '../../form-audience.ts';

/**
 * Everything that a request by mail says to one audience, in one language. It is short: somebody in a hard week reads it
 * on a phone, and somebody else may see it there.
 */
export type MailTexts = {
  /** It lights up on a lock screen, with the name of the sender and the first words: nothing of child welfare. */
  readonly subject: string;
  readonly greeting: string;
  readonly why: string;
  /** That this language stands in for another. */
  readonly fellBack: string;
  readonly link: string;
  /** @param lastDay in words, such as `31 May 2026` */
  readonly until: (lastDay: string) => string;
  readonly voluntary: string;
  /** Who may help with reading; nothing where nobody needs to be told. */
  readonly help?: string;
  /** @param sender name of the organisation, as it is */
  readonly who: (sender: string) => string;
  /** Above the address for questions. A reply to a mail quotes its link, so none is asked for. */
  readonly questions: string;
  /** Above the link to the preferences. */
  readonly preferences: string;
  /** Above the code. */
  readonly code: string;
};

export type MailWording = Readonly<Record<FormAudience, MailTexts>>;
