import type { PageTexts } from '../wording.ts';

/**
 * What children of 7 to 12 are told in words of their own: nearly everything, in short sentences. That a grown-up may help with
 * reading is part of the opening.
 */
type ChildTexts = Pick<
  PageTexts,
  | 'title'
  | 'opening'
  | 'voluntary'
  | 'notLive'
  | 'emergency'
  | 'helpline'
  | 'complaint'
  | 'codeLabel'
  | 'codeHint'
  | 'mistyped'
  | 'expired'
  | 'used'
  | 'nothingAnswered'
  | 'unavailable'
  | 'offline'
  | 'tampered'
  | 'refused'
  | 'truncated'
  | 'scriptWay'
  | 'formWay'
  | 'questionsTitle'
  | 'skip'
  | 'noOpinion'
  | 'commentHint'
  | 'thanksTitle'
  | 'thanks'
>;

/** They are spoken to as adults are; but the line for children and young people is theirs. */
type YoungPersonTexts = Pick<PageTexts, 'title' | 'opening' | 'voluntary' | 'helpline'>;

/** They are asked about work, and are no clients: in the place of `complaint` stands what this is not for them. */
type WorkerTexts = Pick<
  PageTexts,
  'title' | 'opening' | 'voluntary' | 'complaint' | 'questionsTitle' | 'commentHint'
>;

/** What differs from the words for adults, by whom a form speaks to. */
export type AudienceTexts = {
  readonly child: ChildTexts;
  readonly 'young-person': YoungPersonTexts;
  readonly worker: WorkerTexts;
};
