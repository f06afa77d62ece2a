import type { Language } from '../vocabulary.ts';
import type { QuestionSet } from '../questions/question.ts';
import { html, Markup } from './markup.ts';
import { framed, nothing } from './page-frame.ts';
import { codeForm, ending, questionFields, type Ending } from './page-parts.ts';
import { pageScript } from './page-script.ts';
import { pageTexts } from './page-texts.ts';

/** The public keys of a quarter, as the page's script takes them: moduli in base64url, with the exponent 65537. */
export type PublicKeys = {
  /** The quarter. */
  readonly id: string;
  /** Signs ballots. */
  readonly ballot: string;
  /** What answers are sealed to. */
  readonly mix: string;
};

/** Keys stand in the script itself, whose hash the page's policy names: with another key it does not run. */
export const scriptWith = (keys: readonly PublicKeys[]): string =>
  `const keys=${JSON.stringify(keys)};${pageScript}`;

const endings: readonly Ending[] = ['thanks', 'used', 'expired'];

/**
 * The page behind a link: the same for everyone, so it can be cached, and all of it in one response. With JavaScript it
 * shows the questions and sends a sealed answer; without, it asks for the code from the mail.
 *
 * @param script of {@link scriptWith}
 */
export function surveyPage(language: Language, questionSet: QuestionSet, script: string): string {
  const texts = pageTexts[language];
  const heading = html`<h1>${texts.title}</h1>`;
  const afterScript = html`<script>${new Markup(script)}</script>`;
  return framed(
    { language, kind: 'code', title: texts.title, heading: nothing, script: afterScript },
    html`<div id="asking">
        ${heading}
        <p>${texts.opening}</p>
        <p>${texts.voluntary} ${texts.notLive}</p>
        <div id="code-way">${problem('refused', texts.refused)} ${codeForm(language)}</div>
        <form id="questions" autocomplete="off" hidden>
          <p>${texts.skip}</p>
          ${questionFields(language, questionSet)}
          <p class="hint">${texts.scriptWay}</p>
          ${problems(language)}
          <button>${texts.send}</button>
          <p role="status"><span id="sending" hidden>${texts.sending}</span></p>
        </form>
      </div>
      ${endings.map((kind) => endingSection(language, kind))}`,
  );
}

/** What can go wrong at the press of Send, each hidden until it does. */
function problems(language: Language): Markup {
  const texts = pageTexts[language];
  const told = {
    nothing: texts.nothingAnswered,
    'too-long': texts.tooLong,
    unavailable: texts.unavailable,
    tampered: texts.tampered,
    outdated: texts.outdated,
  };
  return html`${Object.entries(told).map(([id, text]) => problem(id, text))}`;
}

const problem = (id: string, text: string): Markup =>
  html`<p id="${id}" role="alert" class="problem" hidden>${text}</p>`;

function endingSection(language: Language, kind: Ending): Markup {
  const { title, text } = ending(language, kind);
  return html`<section id="${kind}" tabindex="-1" hidden>
    <h1>${title}</h1>
    <p>${text}</p>
  </section>`;
}
