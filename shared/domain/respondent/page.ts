import type { Language } from '../vocabulary.ts';
import type { Answers } from '../questions/answers.ts';
import type { Question, QuestionSet } from '../questions/question.ts';
import type { Invitation } from './link.ts';
import { html, Markup } from './markup.ts';
import { pageScript } from './page-assets.ts';
import { framed, nothing } from './page-frame.ts';
import { pageTexts } from './page-texts.ts';

/**
 * The page behind a link: the same for everyone, so it can be cached. It asks for the code from the mail.
 *
 * @param problem why a code that was just given did not do
 */
export function codePage(language: Language, problem?: string): string {
  const texts = pageTexts[language];
  return framed(
    {
      language,
      kind: 'code',
      title: texts.title,
      script: html`<script>${new Markup(pageScript)}</script>`,
    },
    html`<p>${texts.opening}</p>
      <p>${texts.voluntary} ${texts.notLive}</p>
      <form method="post" autocomplete="off">
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
      </form>`,
  );
}

export type QuestionForm = {
  readonly language: Language;
  readonly questionSet: QuestionSet;
  /** Where the answers go, as an absolute path. */
  readonly action: string;
  readonly invitation: Invitation;
  /** The ballot nonce, in base64url: fresh for every form that is shown. */
  readonly nonce: string;
  readonly problem?: string;
  /** What was answered already, where the form comes back. */
  readonly answers?: Answers;
};

/** The question form for a browser without JavaScript. It carries the invitation, so it must never be cached. */
export function questionPage({
  language,
  questionSet,
  action,
  invitation,
  nonce,
  problem,
  answers = {},
}: QuestionForm): string {
  const texts = pageTexts[language];
  return framed(
    { language, kind: 'questions', title: texts.questionsTitle },
    html`<p>${texts.skip}</p>
      <form method="post" action="${action}" autocomplete="off">
        ${problem === undefined ? nothing : html`<p role="alert" class="problem">${problem}</p>`}
        <input type="hidden" name="ticket" value="${invitation.ticket}" />
        <input type="hidden" name="context" value="${invitation.context}" />
        <input type="hidden" name="nonce" value="${nonce}" />
        ${questionSet.questions.map((question) => questionField(language, question, answers[question.key]))}
        <p class="hint">${texts.formWay}</p>
        <button>${texts.send}</button>
      </form>`,
  );
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

/** The page after the answers have been taken. */
export function thanksPage(language: Language): string {
  const texts = pageTexts[language];
  return framed({ language, kind: 'thanks', title: texts.thanksTitle }, html`<p>${texts.thanks}</p>`);
}

/** A page that says why an invitation can't be answered. */
export function closedPage(language: Language, kind: 'used' | 'expired'): string {
  const texts = pageTexts[language];
  return framed({ language, kind, title: texts.title }, html`<p role="alert">${texts[kind]}</p>`);
}
