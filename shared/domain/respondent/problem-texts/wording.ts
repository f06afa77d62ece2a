/** Why a page can't be shown, or answers can't be taken. */
export type ProblemKind =
  /** There is nothing at this address. */
  | 'missing'
  /** The address names a form that is not there. The code leads on, whatever form it belongs to. */
  | 'no-survey'
  /** Nobody can answer this form any more. */
  | 'withdrawn'
  /** What came is not a whole form of ours. */
  | 'incomplete'
  /** The address only takes answers, and was opened to look at. */
  | 'misplaced'
  | 'too-large'
  /** The fault is ours. */
  | 'failed';

/** What people are told in the place of a page that can't be shown, or of answers that can't be taken. */
export type ProblemTexts = {
  /** A heading, and what is said below it. */
  readonly told: Readonly<Record<ProblemKind, { readonly title: string; readonly text: string }>>;
  /** Whom to ask: the frame of the page names them. */
  readonly help: string;
  /** Of a comment that has so many characters too many; everything is still on the form. */
  readonly shorten: (excess: number) => string;
};
