import type { FormLanguage } from '../vocabulary.ts';
import type { Answers } from '../questions/answers.ts';
import { asked, type Question, type QuestionSet } from '../questions/question.ts';
import { face, faceSymbols } from './faces.ts';
import { html, Markup } from './markup.ts';
import { nothing } from './page-frame.ts';
import { pageTextsFor, type Spoken } from './page-texts.ts';

/** The form for the code from the mail. @param problem why a code that was just given did not do */
export function codeForm(spoken: Spoken, problem?: string): Markup {
  const texts = pageTextsFor(spoken);
  return html`<form method="post" autocomplete="off">
    ${problem === undefined ? nothing : html`<p role="alert" class="problem" id="problem">${problem}</p>`}
    <label for="code">${texts.codeLabel}</label>
    <p id="hint" class="hint">${texts.codeHint}</p>
    <input
      id="code"
      name="code"
      type="text"
      required
      autocapitalize="characters"
      spellcheck="false"
      dir="ltr"
      aria-describedby="hint${problem === undefined ? '' : ' problem'}"
    />
    <button>${texts.proceed}</button>
  </form>`;
}

/** What a form may hold already, where it comes back. */
export type Filled = { readonly answers?: Answers; readonly comment?: string };

/**
 * Everything that can be answered on a form, with what was answered already.
 *
 * @param filled of the form that needs no JavaScript; the other one begins empty
 */
export function questionFields(
  language: FormLanguage,
  { questions, comment, audience }: QuestionSet,
  filled?: Filled,
): Markup {
  const spoken = { language, audience };
  const fields = questions.map((question) => questionField(spoken, question, filled));
  const hasFaces = questions.some(({ scale }) => scale.kind === 'faces');
  return html`${hasFaces ? faceSymbols : nothing}${fields}${comment ? commentField(spoken, filled?.comment ?? '') : nothing}`;
}

function questionField(spoken: Spoken, question: Question, filled: Filled | undefined): Markup {
  const { key, scale } = question;
  const { scales, noOpinion } = pageTextsFor(spoken);
  const words = scales[scale.kind];
  const values = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step);
  const isNumbered = words.steps.length === 0;
  const hasFaces = scale.kind === 'faces';
  // The numbers alone do not say which end is good; the two ends are named once for the whole row.
  const ends = isNumbered
    ? html`<p class="hint">${scale.from} = ${words.lowest}, ${scale.to} = ${words.highest}</p>`
    : nothing;
  const option = (value: string, label: string, picture = nothing) => {
    const checked = new Markup(value === String(filled?.answers?.[key]) ? 'checked' : '');
    return html`<label>${picture}<input type="radio" name="${key}" value="${value}" ${checked} /><span>${label}</span></label>`;
  };
  const step = (value: number, place: number) =>
    option(String(value), words.steps[place] ?? String(value), hasFaces ? face(place + 1) : nothing);
  return html`<fieldset>
    <legend>${asked(question, spoken.language)}</legend>
    ${filled === undefined ? nothing : unchosen(key)} ${ends}
    <div class="${isNumbered ? numberRow(values.length) : hasFaces ? 'faces' : 'steps'}">${values.map(step)}</div>
    <div class="steps">${option('', noOpinion)}</div>
  </fieldset>`;
}

/** Eleven numbers stand in rows of six and five on a phone, and ten in two of five: no number is left over alone. */
const numberRow = (count: number): string => (count === 10 ? 'numbers ten' : 'numbers');

/**
 * Lynx, a text browser, takes the first of a row for chosen until another is, and would answer for whoever skips a
 * question. It is given one that stands for nothing, which no other browser can choose.
 */
const unchosen = (key: string): Markup =>
  html`<label hidden><input type="radio" name="${key}" value="" disabled /> –</label>`;

function commentField(spoken: Spoken, comment: string): Markup {
  const { commentLabel, commentHint } = pageTextsFor(spoken);
  // A line break right after the opening tag is dropped by browsers; one of ours protects one of theirs.
  return html`<div class="own">
    <label for="comment">${commentLabel}</label>
    <p id="comment-hint" class="hint">${commentHint}</p>
    <textarea id="comment" name="comment" rows="4" maxlength="1000" dir="auto" aria-describedby="comment-hint">
${comment}</textarea>
  </div>`;
}

/** How a visit can end, and what the page says then. */
export type Ending = 'thanks' | 'used' | 'expired';

export function ending(spoken: Spoken, kind: Ending): { readonly title: string; readonly text: string } {
  const texts = pageTextsFor(spoken);
  return { title: kind === 'thanks' ? texts.thanksTitle : texts.title, text: texts[kind] };
}
