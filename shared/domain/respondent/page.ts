import { staffLanguage, type FormLanguage } from '../vocabulary.ts';
import type { QuestionSet } from '../questions/question.ts';
import type { Invitation } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed, nothing } from './page-frame.ts';
import { codeForm, ending, questionFields, type Ending, type Filled } from './page-parts.ts';
import { pageTextsFor, type Spoken } from './page-texts.ts';

/** The page that asks for the code once more. @param problem why the one that was given did not do */
export function codePage(spoken: Spoken, problem: string, organisation: Organisation): string {
  const texts = pageTextsFor(spoken);
  return framed(
    { ...spoken, kind: 'code', title: texts.title, organisation },
    html`<p>${texts.opening(organisation.name[staffLanguage[spoken.language]])}</p>
      <p>${texts.voluntary} ${texts.notLive}</p>
      ${codeForm(spoken, problem)}`,
  );
}

export type QuestionForm = Filled & {
  readonly language: FormLanguage;
  readonly organisation: Organisation;
  readonly questionSet: QuestionSet;
  /** Where the answers go, as an absolute path. */
  readonly action: string;
  readonly invitation: Invitation;
  /** The ballot nonce, in base64url: fresh for every form that is shown. */
  readonly nonce: string;
  readonly problem?: string;
  /** The problem is with the comment, which stands far below it. */
  readonly isCommentAtFault?: boolean;
};

/** The question form for a browser without JavaScript. It carries the invitation, so it must never be cached. */
export function questionPage(form: QuestionForm): string {
  const { language, organisation, questionSet, action, invitation, nonce, problem } = form;
  const spoken = { language, audience: questionSet.audience };
  const texts = pageTextsFor(spoken);
  const there = form.isCommentAtFault === true ? html`<a href="#comment">${texts.commentLabel}</a>` : nothing;
  return framed(
    { ...spoken, kind: 'questions', title: texts.questionsTitle, organisation },
    html`<p>${texts.skip}</p>
      <form method="post" action="${action}">
        ${problem === undefined ? nothing : html`<p role="alert" class="problem">${problem} ${there}</p>`}
        <input type="hidden" name="ticket" value="${invitation.ticket}" />
        <input type="hidden" name="context" value="${invitation.context}" />
        <input type="hidden" name="nonce" value="${nonce}" />
        ${questionFields(language, questionSet, form)}
        <p class="hint">${texts.formWay}</p>
        <button>${texts.send}</button>
      </form>`,
  );
}

/**
 * The page after a visit without JavaScript: thanks, or why the invitation can't be answered.
 *
 * @param heard what is told after thanks of the region where somebody has answered
 */
export function endingPage(
  spoken: Spoken,
  kind: Ending,
  organisation: Organisation,
  heard: Markup = nothing,
): string {
  const { title, text } = ending(spoken, kind);
  const paragraph = kind === 'thanks' ? html`<p>${text}</p>` : html`<p role="alert">${text}</p>`;
  return framed({ ...spoken, kind, title, organisation }, html`${paragraph} ${heard}`);
}
