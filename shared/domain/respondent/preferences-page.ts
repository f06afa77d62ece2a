import { writtenDay } from '../calendar/written-day.ts';
import type { Rule } from '../rules/rule.ts';
import { formLanguages, type FormLanguage, type Role } from '../vocabulary.ts';
import { languageNames, languageRow } from './language-row.ts';
import { preferencesPath } from './link.ts';
import { html, type Markup } from './markup.ts';
import { termsOf, type NextAsk } from './next-ask.ts';
import type { Organisation } from './organisation.ts';
import { framed, nothing } from './page-frame.ts';
import { choices, type Choice, type Wishes } from './preference-choice.ts';
import type { PreferencesTexts } from './preferences-texts/wording.ts';
import { preferencesTexts, whyIn } from './preferences-texts.ts';
import { emergencyOnly } from './turning.ts';

/** What led to the request, while its record is kept: the stage, the role and the rule that decided. */
export type Cause = { readonly stage: string; readonly role: Role; readonly rule: Rule | undefined };

/**
 * What the page says above everything else about what was just done. The address of a page that says `saved` can be
 * kept, and opened when something else holds: its words are true of whatever the page shows.
 */
export type Notice = 'saved' | 'choose' | 'unavailable';

export type PreferencesFacts = {
  readonly language: FormLanguage;
  readonly organisation: Organisation;
  /** The reference in the link, which the forms carry on. */
  readonly reference: string;
  /** With the preference that is in force now. */
  readonly wishes: Wishes;
  readonly next: NextAsk;
  /** Undefined where the request's record is gone. */
  readonly cause: Cause | undefined;
  readonly notice?: Notice | undefined;
};

/** The page on which a person sees why a request came, and says whether and how more may come. */
export function preferencesPage(facts: PreferencesFacts): string {
  const { language, organisation, reference, cause, notice } = facts;
  const texts = preferencesTexts[language];
  const why = html`<h2>${texts.whyTitle}</h2>
    ${cause === undefined ? html`<p>${texts.whyForgotten}</p>` : whyItCame(texts, cause)}`;
  const now = html`<h2>${texts.nowTitle}</h2>
    ${status(facts)} ${choiceForm(facts)} ${languageForm(facts)}`;
  // Whoever opens the link wants to know why; whoever has just chosen wants to know what holds.
  return framed(
    {
      language,
      kind: 'preferences',
      title: texts.title,
      organisation,
      above: languageRow(
        language,
        texts.languages,
        (each) => preferencesPath(each, reference),
        formLanguages,
      ),
      footer: emergencyOnly(language),
    },
    html`${notice === undefined ? nothing : noticeIn(texts, notice)}
      ${notice === undefined ? [why, now] : [now, why]}
      <p class="hint">${texts.blind} ${texts.personal}</p>`,
  );
}

/** The page for a link that is not ours, or not whole. It says the same of every such link. */
export function unknownPreferencesPage(language: FormLanguage, organisation: Organisation): string {
  const texts = preferencesTexts[language];
  return framed(
    {
      language,
      kind: 'preferences-unknown',
      title: texts.unknownTitle,
      organisation,
      footer: emergencyOnly(language),
    },
    html`<p>${texts.unknownBroken}</p>
      <p>${texts.unknownHelp}</p>`,
  );
}

const noticeIn = (texts: PreferencesTexts, notice: Notice): Markup =>
  notice === 'saved'
    ? html`<p role="status" class="notice">${texts[notice]}</p>`
    : html`<p role="alert" class="problem">${texts[notice]}</p>`;

function whyItCame(texts: PreferencesTexts, { stage, role, rule }: Cause): Markup {
  const reason = html`<p>${whyIn(texts, stage)}</p>`;
  if (rule === undefined) return reason;
  const { minimumGapDays, cap } = termsOf(rule, role);
  const said = [
    texts.delay(rule.delayDays),
    texts.gap(minimumGapDays),
    texts.cap(cap.most, cap.days),
    texts.once,
  ];
  return html`${reason}
    <h3>${texts.rulesTitle}</h3>
    <ul>
      ${said.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}

function status({ language, wishes: { preference }, next }: PreferencesFacts): Markup {
  const texts = preferencesTexts[language];
  const state =
    preference.kind === 'paused' ? texts.paused(writtenDay(language, preference.until - 1)) : texts.open;
  switch (next.kind) {
    case 'never':
      return html`<p>${texts.stopped}</p>`;
    case 'any-time':
      return html`<p>${state} ${texts.anyTime}</p>`;
    case 'earliest':
      return html`<p>${state} ${texts.earliest(writtenDay(language, next.at))}</p>`;
  }
}

function choiceForm({ language, reference, wishes: { preference } }: PreferencesFacts): Markup {
  const texts = preferencesTexts[language];
  const offered = choices.filter((choice) => !isInForce(choice, preference));
  return html`<form method="post" action="${preferencesPath(language, reference)}">
    <fieldset>
      <legend>${texts.choiceLegend}</legend>
      <p class="hint">${texts.noEffect}</p>
      ${offered.map((choice) => radio({ name: 'choice', value: choice, label: texts.choices[choice] }))}
    </fieldset>
    <button>${texts.save}</button>
  </form>`;
}

/** A pause can be chosen anew while one lasts; the others would change nothing. */
const isInForce = (choice: Choice, { kind }: Wishes['preference']): boolean =>
  (choice === 'start' && kind === 'open') || (choice === 'stop' && kind === 'opted-out');

function languageForm({ language, reference, wishes }: PreferencesFacts): Markup {
  const texts = preferencesTexts[language];
  return html`<form method="post" action="${preferencesPath(language, reference)}">
    <fieldset>
      <legend>${texts.languageLegend}</legend>
      <p class="hint">${texts.languageHint}</p>
      ${formLanguages.map((each) =>
        radio({
          name: 'language',
          value: each,
          label: languageNames[each],
          language: each,
          isChecked: wishes.language === each,
        }),
      )}
    </fieldset>
    <button>${texts.saveLanguage}</button>
  </form>`;
}

type Radio = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  /** The language of the label, where it is not the page's. */
  readonly language?: FormLanguage;
  readonly isChecked?: boolean;
};

function radio({ name, value, label, language, isChecked = false }: Radio): Markup {
  const text =
    language === undefined ? html`<span>${label}</span>` : html`<span lang="${language}">${label}</span>`;
  return html`<label><input type="radio" name="${name}" value="${value}" required ${isChecked ? html`checked` : nothing} />${text}</label>`;
}
