import { formLanguages, staffLanguage, type FormLanguage } from '../vocabulary.ts';
import type { QuestionSet } from '../questions/question.ts';
import type { HeardInRegion } from '../digest/heard.ts';
import { heardOfRegions } from './heard-section.ts';
import { languageRow } from './language-row.ts';
import { surveyName, surveyPath } from './link.ts';
import { html, Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed, nothing } from './page-frame.ts';
import { codeForm, ending, questionFields, type Ending } from './page-parts.ts';
import { pageScript } from './page-script.ts';
import { pageTextsFor, type Spoken } from './page-texts.ts';

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
 * @param regions what was heard and done in each, which stands there for everyone after thanks
 */
export function surveyPage(
  language: FormLanguage,
  questionSet: QuestionSet,
  script: string,
  organisation: Organisation,
  regions: readonly HeardInRegion[] = [],
): string {
  const spoken = { language, audience: questionSet.audience };
  const texts = pageTextsFor(spoken);
  const survey = surveyName(questionSet.id, questionSet.version);
  const afterScript = html`<script>${new Markup(script)}</script>`;
  return framed(
    { ...spoken, kind: 'code', title: texts.title, organisation, heading: nothing, script: afterScript },
    html`<div id="asking">
        <div>
          ${languageRow(language, texts.languages, (each) => surveyPath(each, survey), formLanguages)}
          <h1>${texts.title}</h1>
          <p>${texts.opening(organisation.name[staffLanguage[language]])}</p>
          <p>${texts.voluntary} ${texts.notLive}</p>
          ${scripted(listenButton(texts.listen))}
        </div>
        <div id="code-way">
          ${scripted(html`${problem('refused', texts.refused)}${problem('truncated', texts.truncated)}`)}
          ${codeForm(spoken)}
        </div>
        ${scripted(questions(spoken, questionSet))}
      </div>
      ${scripted(html`${endings.map((kind) => endingSection(spoken, kind, regions))}`)}`,
  );
}

/**
 * What is of use with JavaScript alone. Text browsers know neither `hidden` nor templates and would show it all, so it
 * stands in a script element that nothing runs, until the page's script has it stand in the page.
 */
const scripted = (markup: Markup): Markup => html`<script type="text/html">${markup}</script>`;

/** Hidden until the script has found a voice; it puts another, without the word, beside each question. */
const listenButton = (label: string): Markup =>
  html`<button type="button" id="listen" aria-pressed="false" hidden>
    <svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 9v6h4l5 4V5L7 9zM15.5 9q2 3 0 6M18.5 6q4 6 0 12" />
    </svg>
    <span>${label}</span>
  </button>`;

const questions = (spoken: Spoken, questionSet: QuestionSet): Markup => {
  const { skip, scriptWay, send, sending } = pageTextsFor(spoken);
  // Browsers are free to bring back what was chosen, when somebody comes back or the page was dropped from memory.
  return html`<form id="questions" hidden>
    <p>${skip}</p>
    ${questionFields(spoken.language, questionSet)}
    <p class="hint">${scriptWay}</p>
    ${problems(spoken)}
    <button>${send}</button>
    <p role="status"><span id="sending" hidden>${sending}</span></p>
  </form>`;
};

/** What can go wrong at the press of Send, each hidden until it does. */
function problems(spoken: Spoken): Markup {
  const texts = pageTextsFor(spoken);
  const told = {
    nothing: texts.nothingAnswered,
    'too-long': texts.tooLong,
    unavailable: texts.unavailable,
    offline: texts.offline,
    tampered: texts.tampered,
    outdated: texts.outdated,
  };
  return html`${Object.entries(told).map(([id, text]) => problem(id, text))}`;
}

const problem = (id: string, text: string): Markup =>
  html`<p id="${id}" role="alert" class="problem" hidden>${text}</p>`;

function endingSection(spoken: Spoken, kind: Ending, regions: readonly HeardInRegion[]): Markup {
  const { title, text } = ending(spoken, kind);
  return html`<section id="${kind}" tabindex="-1" hidden>
    <h1>${title}</h1>
    <p>${text}</p>
    ${kind === 'thanks' ? heardOfRegions(spoken.language, regions) : nothing}
  </section>`;
}
