import type { QuestionSet } from '../questions/question.ts';
import { staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { html } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed } from './page-frame.ts';
import { questionFields } from './page-parts.ts';
import { pageTextsFor } from './page-texts.ts';
import { trialTexts } from './trial-texts.ts';

/** The path under which a form is tried. @param token opens one draft */
export const trialPath = (language: FormLanguage, token: string): string => `/${language}/try?t=${token}`;

/** A form as a respondent sees it, with a mark that it is a trial; it needs no JavaScript. @param action where Send leads */
export function trialPage(
  language: FormLanguage,
  questionSet: QuestionSet,
  action: string,
  organisation: Organisation,
): string {
  const spoken = { language, audience: questionSet.audience };
  const texts = pageTextsFor(spoken);
  return framed(
    { ...spoken, kind: 'questions', title: texts.title, organisation, above: mark(language) },
    html`<p>${texts.opening(organisation.name[staffLanguage[language]])}</p>
      <p>${texts.voluntary} ${texts.notLive}</p>
      <form method="post" action="${action}">
        <p>${texts.skip}</p>
        ${questionFields(language, questionSet)}
        <button>${texts.send}</button>
      </form>`,
  );
}

/** The page after Send. */
export function trialEndPage(language: FormLanguage, organisation: Organisation): string {
  const { thanksTitle, thanks } = trialTexts[language];
  return framed(
    { language, kind: 'thanks', title: thanksTitle, organisation, above: mark(language) },
    html`<p>${thanks}</p>`,
  );
}

const mark = (language: FormLanguage) =>
  html`<aside><p class="notice">${trialTexts[language].mark}</p></aside>`;
