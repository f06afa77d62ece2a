import type { QuestionSet } from '../../../shared/domain/questions/question.ts';
import { questionSetVersion } from '../../../shared/domain/questions/question-sets.ts';
import type { Context } from '../../../shared/domain/context.ts';

/** Somebody who was asked, with their one ticket. */
export type Person = {
  readonly number: number;
  readonly ticket: string;
  /** The last month in which it can be used, as a number. */
  readonly expiryMonth: number;
  /** The name of the context, as it stands in the link. */
  readonly context: string;
  readonly circumstances: Context;
  /** How likely each post of theirs goes wrong, from 0 to 1. */
  readonly trouble: number;
  readonly mayClose: boolean;
  /** By how much the clock of their phone is ahead. */
  readonly clockErrorMs: number;
  /** Every page that they have opened, with JavaScript or without. */
  readonly pages: Page[];
};

/** How a page has ended that was not closed. `outdated` pages are loaded anew. */
export type Ending = 'taken' | 'used' | 'expired' | 'outdated' | 'refused' | 'tampered';

export type Page = {
  readonly person: Person;
  readonly name: string;
  readonly way: 'script' | 'form';
  /** The first quarter whose keys the page came with, as a number. */
  readonly quarter: number;
  isClosed: boolean;
  ending: { readonly kind: Ending; readonly at: number } | undefined;
};

/** What stands in an envelope. */
export type Contents = {
  readonly context: string;
  readonly answers: Readonly<Record<string, number | string>>;
};

/** What a post to the server was about: whose it is, and what it says. */
export type Errand = {
  readonly page: Page;
  readonly contents: Contents;
  /** Of the ballot and of the seal, as numbers. Where a form comes, the server takes the quarter that it is. */
  readonly quarters?: { readonly key: number; readonly seal: number };
};

export const openPage = (person: Person, way: Page['way'], quarter: number): Page => {
  const name = `${person.number}.${person.pages.length}`;
  const page: Page = { person, name, way, quarter, isClosed: false, ending: undefined };
  person.pages.push(page);
  return page;
};

/** The form that everybody is asked with. */
export function familyForm(): QuestionSet {
  const form = questionSetVersion('family', 1);
  if (form === undefined) throw new Error('there is no such form');
  return form;
}
