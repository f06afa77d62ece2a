import { languages, type FormLanguage } from '../vocabulary.ts';
import { html, type Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed, nothing } from './page-frame.ts';
import { codeForm } from './page-parts.ts';
import { preferencesTexts } from './preferences-texts.ts';
import { problemTexts } from './problem-texts.ts';
import type { ProblemKind } from './problem-texts/wording.ts';
import { emergencyOnly } from './turning.ts';

/** What stands around a problem. */
export type ProblemFrame = {
  /** Undefined where the address names none of ours: it is told in all of them then. */
  readonly language: FormLanguage | undefined;
  readonly organisation: Organisation;
  /** Whoever reads somebody's mailbox may see it: the page names no social welfare. */
  readonly isDiscreet?: boolean;
};

/**
 * The page that somebody sees in the place of what they came for: what it may be, and whom to ask. It says the same
 * whether or not there ever was what was asked for.
 */
export function problemPage(kind: ProblemKind, { language, ...frame }: ProblemFrame): string {
  const { organisation, isDiscreet = false } = frame;
  const told = language === undefined ? languages : [language];
  const page = {
    language: language ?? languages[0],
    kind,
    title: told.map((each) => problemTexts[each].told[kind].title).join(' · '),
    heading: nothing,
  };
  const content = html`${told.map((each) => problemIn(each, kind, isDiscreet))}`;
  if (!isDiscreet) return framed({ ...page, organisation }, content);
  return framed({ ...page, organisation, footer: emergencyOnly(page.language) }, content);
}

function problemIn(language: FormLanguage, kind: ProblemKind, isDiscreet: boolean): Markup {
  const { told, help } = problemTexts[language];
  const { title, text } = told[kind];
  // The code alone says which form it belongs to, so it leads on from any address.
  const wayOn = kind === 'no-survey' ? codeForm({ language, audience: 'adult' }) : nothing;
  return html`<section lang="${language}">
    <h1>${title}</h1>
    <p>${text}</p>
    ${wayOn}
    <p>${isDiscreet ? preferencesTexts[language].unknownHelp : help}</p>
  </section>`;
}
