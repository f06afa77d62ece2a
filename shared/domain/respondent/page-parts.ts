import type { Language } from '../vocabulary.ts';
import type { Answers } from '../questions/answers.ts';
import type { Question, QuestionSet } from '../questions/question.ts';
import { html, Markup } from './markup.ts';
import { nothing } from './page-frame.ts';
import { pageTexts } from './page-texts.ts';

/** The form for the code from the mail. @param problem why a code that was just given did not do */
export function codeForm(language: Language, problem?: string): Markup {
  const texts = pageTexts[language];
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
      aria-describedby="hint${problem === undefined ? '' : ' problem'}"
    />
    <button>${texts.proceed}</button>
  </form>`;
}

/** What a form may hold already, where it comes back. */
export type Filled = { readonly answers?: Answers; readonly comment?: string };

/** Everything that can be answered on a form, with what was answered already. */
export function questionFields(
  language: Language,
  { questions, comment }: QuestionSet,
  filled: Filled = {},
): Markup {
  const fields = questions.map((question) =>
    questionField(language, question, filled.answers?.[question.key]),
  );
  return html`${fields}${comment ? commentField(language, filled.comment ?? '') : nothing}`;
}

function questionField(
  language: Language,
  { key, scale, text }: Question,
  answer: number | undefined,
): Markup {
  const { scales, noOpinion } = pageTexts[language];
  const words = scales[scale.kind];
  const values = Array.from({ length: scale.to - scale.from + 1 }, (_, step) => scale.from + step);
  const isNumbered = words.steps.length === 0;
  // The numbers alone do not say which end is good; the two ends are named once for the whole row.
  const ends = isNumbered
    ? html`<p class="hint">${scale.from} = ${words.lowest}, ${scale.to} = ${words.highest}</p>`
    : nothing;
  const option = (value: string, label: string) => {
    const checked = new Markup(value === String(answer) ? 'checked' : '');
    return html`<label><input type="radio" name="${key}" value="${value}" ${checked} /><span>${label}</span></label>`;
  };
  return html`<fieldset>
    <legend>${text[language]}</legend>
    ${ends}
    <div class="${isNumbered ? 'numbers' : 'steps'}">
      ${values.map((value) => option(String(value), words.steps[value - scale.from] ?? String(value)))}
    </div>
    <div class="steps">${option('', noOpinion)}</div>
  </fieldset>`;
}

function commentField(language: Language, comment: string): Markup {
  const { commentLabel, commentHint } = pageTexts[language];
  // A line break right after the opening tag is dropped by browsers; one of ours protects one of theirs.
  return html`<label for="comment">${commentLabel}</label>
    <p id="comment-hint" class="hint">${commentHint}</p>
    <textarea id="comment" name="comment" rows="4" maxlength="1000" aria-describedby="comment-hint">
${comment}</textarea>`;
}

/** How a visit can end, and what the page says then. */
export type Ending = 'thanks' | 'used' | 'expired';

export function ending(language: Language, kind: Ending): { readonly title: string; readonly text: string } {
  const texts = pageTexts[language];
  return { title: kind === 'thanks' ? texts.thanksTitle : texts.title, text: texts[kind] };
}
