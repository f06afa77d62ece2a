import { dayNumberOf, hourOf } from '../calendar/helsinki.ts';
import { timeZone } from '../calendar/month.ts';
import { writtenDay } from '../calendar/written-day.ts';
import type { Delivery, RequestState } from '../request-state.ts';
import { holdReasons, isStage, type AgeBand, type Language, type Role, type Text } from '../vocabulary.ts';
import { ageBandNames, holdReasonNames, stageNames } from '../vocabulary-texts.ts';
import { english } from './explanations/english.ts';
import { finnish } from './explanations/finnish.ts';
import { swedish } from './explanations/swedish.ts';
import type { Particulars, Wording } from './explanations/wording.ts';
import type { GateValue } from './gates.ts';
import type { HeldBackReason } from './reasons.ts';

/** A decision as its record has it, as far as it is explained. Times are epoch milliseconds. */
export type Explainable = {
  readonly stage: string;
  readonly recipient: { readonly role: Role; readonly ageBand: AgeBand };
  readonly decidedAt: number;
  readonly gates: Readonly<Partial<Record<HeldBackReason, GateValue | undefined>>>;
  readonly reason: HeldBackReason | null;
  readonly nextPossibleAt: number | null;
  readonly dueAt: number | null;
};

/** What has become of the request that a decision led to. Times are epoch milliseconds. */
export type Standing = {
  readonly state: RequestState;
  readonly dueAt: number;
  readonly endedAt: number | null;
  readonly endReason?: HeldBackReason | undefined;
  readonly delivery?: Delivery | undefined;
};

/**
 * Why somebody was asked, or was not, and when it could be: in sentences that an administrator understands, without
 * anything that identifies.
 *
 * @param standing of its request; undefined where there is none, or none on record any more
 */
export const explanation = (decision: Explainable, standing: Standing | undefined): Text => ({
  fi: told('fi', decision, standing),
  sv: told('sv', decision, standing),
  en: told('en', decision, standing),
});

const wordings: Readonly<Record<Language, Wording>> = { fi: finnish, sv: swedish, en: english };

function told(language: Language, decision: Explainable, standing: Standing | undefined): string {
  const { reason, nextPossibleAt } = decision;
  if (reason === null) return toldOfRequest(language, decision, standing);
  const { causes, heldBack, possibleFrom } = wordings[language];
  return [
    heldBack(causes[reason](particularsOf(language, decision, reason, decision.gates[reason]))),
    ...(nextPossibleAt === null ? [] : [possibleFrom(timeIn(language, nextPossibleAt))]),
  ].join(' ');
}

function toldOfRequest(language: Language, decision: Explainable, standing: Standing | undefined): string {
  const { causes, requests, forgotten, deliveries } = wordings[language];
  const dueAt = timeIn(language, standing?.dueAt ?? decision.dueAt ?? decision.decidedAt);
  if (standing === undefined) return forgotten(dueAt);
  const { state, endedAt, endReason, delivery } = standing;
  const endedOn = endedAt === null ? '' : dayIn(language, endedAt);
  // What the gate looked at when it stopped the request is not what it looked at when it let it pass.
  const cause =
    endReason === undefined ? '' : causes[endReason](particularsOf(language, decision, endReason, undefined));
  return [
    requests[state]({ dueAt, endedOn, cause }),
    ...(delivery === undefined ? [] : [deliveries[delivery]]),
  ].join(' ');
}

/** @param value what the gate that decided looked at; undefined where that is not known */
function particularsOf(
  language: Language,
  { stage, recipient: { role, ageBand } }: Explainable,
  reason: HeldBackReason,
  value: GateValue | undefined,
): Particulars {
  const composed = typeof value === 'object' && value !== null ? value : undefined;
  const number = typeof value === 'number' ? value : undefined;
  const hold = holdReasons.find((known) => known === value);
  return {
    stage: stageIn(language, stage),
    role: wordings[language].roles[role],
    ageBand: ageBandNames[ageBand][language],
    cap: composed && 'counted' in composed ? composed : undefined,
    sample: composed && 'lot' in composed ? composed : undefined,
    coming: composed && 'on' in composed ? comingIn(language, composed) : undefined,
    gapDays: number,
    // The number is the midnight after the pause, of which the last day is told, as it is to the person.
    lastDayOfPause: reason === 'paused' && number !== undefined ? dayIn(language, number - 1) : undefined,
    hold: hold && holdReasonNames[hold][language],
    language: reason === 'no-language-form' ? languageIn(language, value) : undefined,
    wantsNoMessages: value === 'no-messages',
  };
}

/** A language by its name, from a tag such as `so` or `sv-FI`. */
const languageIn = (language: Language, tag: GateValue | undefined): string | undefined =>
  typeof tag === 'string' ? namesOfLanguages[language].of(tag.split('-')[0] ?? tag) : undefined;

const stageIn = (language: Language, stage: string): string =>
  isStage(stage) ? stageNames[stage][language] : stage;

const comingIn = (language: Language, { stage, on }: { readonly stage: string; readonly on: string }) => ({
  stage: stageIn(language, stage),
  on: dayIn(language, hourOf(dayNumberOf(on), 0)),
});

const locales: Readonly<Record<Language, string>> = { fi: 'fi', sv: 'sv-FI', en: 'en-GB' };

const inEach = <Made>(make: (locale: string) => Made): Readonly<Record<Language, Made>> => ({
  fi: make(locales.fi),
  sv: make(locales.sv),
  en: make(locales.en),
});

const times = inEach((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }));
const namesOfLanguages = inEach((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

const dayIn = (language: Language, instant: number): string =>
  wordings[language].dayOf(writtenDay(language, instant));

const timeIn = (language: Language, instant: number): string =>
  wordings[language].timeOf(writtenDay(language, instant), times[language].format(instant));
