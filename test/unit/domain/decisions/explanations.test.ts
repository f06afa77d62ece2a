/**
 * What administrators are told of decisions, in every language: each reason, each end of a request and each fate of a
 * mail has a sentence of its own, with what the gate looked at and the next possible date worked in, and nothing that
 * identifies. Whole sentences are compared by the word; all the others are looked through for gaps.
 */
import { describe, expect, it } from 'vitest';
import {
  explanation,
  type Explainable,
  type Standing,
} from '../../../../shared/domain/decisions/explanations.ts';
import type { GateValue } from '../../../../shared/domain/decisions/gates.ts';
import { emptyCase } from '../../../../shared/domain/decisions/ledger.ts';
import { heldBackReasons, type HeldBackReason } from '../../../../shared/domain/decisions/reasons.ts';
import { deliveries, requestStates } from '../../../../shared/domain/request-state.ts';
import type { Known } from '../../../../shared/domain/decisions/known.ts';
import type { Rule } from '../../../../shared/domain/rules/rule.ts';
import { ageBands, holdReasons, languages, roles, stages } from '../../../../shared/domain/vocabulary.ts';
import {
  contactWith,
  decideFirst,
  eventFacts,
  nothingKnown,
  pastAsk,
  plannedAt,
  recipientFacts,
  rule,
} from '../../../support/decision-facts.ts';

const noon = (day: string): number => Date.parse(`${day}T12:00:00+02:00`);

/** What each gate looks at where it holds back. */
const values: Readonly<Record<HeldBackReason, GateValue>> = {
  'unknown-stage': 'family-evening.held',
  'no-rule': null,
  'rule-disabled': false,
  'stage-cancelled': true,
  'duplicate-event': true,
  'role-not-asked': 'provider-worker',
  'too-young': '0-6',
  'non-disclosure': true,
  'whereabouts-withheld': true,
  'contact-restricted': true,
  'ambiguous-contact': true,
  'no-channel': null,
  'no-language-form': 'so-SO',
  'opted-out': true,
  paused: Date.parse('2026-06-01T00:00:00+03:00'),
  'address-suppressed': true,
  hold: 'emergency-placement',
  'already-asked-for-stage': 180,
  cooldown: 30,
  'period-cap': { counted: 4, most: 4, days: 365 },
  'household-cap': { counted: 6, most: 6, days: 90 },
  'case-cap': { counted: 1, most: 1, days: 1 },
  'lower-priority': { stage: 'placement.ended', on: '2026-03-29' },
  'sampled-out': { lot: 57, percent: 20 },
  'unit-daily-cap': { counted: 10, most: 10, days: 1 },
};

const decision = (changes: Partial<Explainable> = {}): Explainable => ({
  stage: 'service.ended',
  recipient: { role: 'parent', ageBand: '18+' },
  decidedAt: noon('2026-03-02'),
  gates: {},
  reason: null,
  nextPossibleAt: null,
  dueAt: null,
  ...changes,
});

const heldBack = (reason: HeldBackReason, changes: Partial<Explainable> = {}): Explainable =>
  decision({ reason, gates: { [reason]: values[reason] }, ...changes });

const asked = decision({ dueAt: noon('2026-03-04') });
const standing = (changes: Partial<Standing> = {}): Standing => ({
  state: 'due',
  dueAt: noon('2026-03-04'),
  endedAt: null,
  ...changes,
});

/** One or more whole sentences, without a gap where something should have stood. */
const sound = /^[A-ZÄÖÅ][^\s].*[^\s.]\.$/;
const gap = /undefined|null|NaN|Infinity|Invalid|\[object|function|=>|\$\{|\s\s|\s[,.:;]|\(\)/;

function expectSound(text: Readonly<Record<string, string>>): void {
  expect(Object.keys(text)).toEqual([...languages]);
  for (const sentence of Object.values(text)) {
    expect(sentence).toMatch(sound);
    expect(sentence).not.toMatch(gap);
  }
  expect(new Set(Object.values(text)).size).toBe(languages.length);
}

describe('a recipient who is not asked', () => {
  it.each(heldBackReasons)('is explained in every language: %s', (reason) => {
    expectSound(explanation(heldBack(reason), undefined));
    expectSound(explanation(heldBack(reason, { nextPossibleAt: noon('2026-03-30') }), undefined));
    expectSound(explanation(heldBack(reason, { gates: {} }), undefined));
  });

  it.each(languages)('has a different sentence for each reason: %s', (language) => {
    const sentences = heldBackReasons.map((reason) => explanation(heldBack(reason), undefined)[language]);
    expect(new Set(sentences).size).toBe(heldBackReasons.length);
    const vague = heldBackReasons.map(
      (reason) => explanation(heldBack(reason, { gates: {} }), undefined)[language],
    );
    expect(new Set(vague).size).toBe(heldBackReasons.length);
  });

  it.each<[string, Explainable, string, string, string]>([
    [
      'a cap, with the first day on which it has room',
      heldBack('period-cap', { nextPossibleAt: Date.parse('2026-03-30T12:00:00+03:00') }),
      'Kyselyä ei lähetetty: henkilölle on jo lähetetty tai suunniteltu 4 kyselyä vuoden aikana, ja sääntö sallii ' +
        'enintään 4. Aikaisin ajankohta, jolloin kysyminen olisi mahdollista, on 30. maaliskuuta 2026 kello 12.00.',
      'Ingen enkät skickades: 4 enkäter har redan skickats eller planerats till personen under ett år, och regeln ' +
        'tillåter högst 4. Den tidigaste tidpunkten då det skulle vara möjligt att fråga är den 30 mars 2026 kl. 12.00.',
      'Not asked: 4 requests have already been sent or planned for the person within a year, and the rule allows at ' +
        'most 4. The earliest time at which asking would be possible is 30 March 2026 at 12:00.',
    ],
    [
      'a cap of one a day',
      heldBack('case-cap'),
      'Kyselyä ei lähetetty: samassa asiassa on jo lähetetty tai suunniteltu 1 kysely yhden päivän aikana, ja sääntö ' +
        'sallii enintään 1.',
      'Ingen enkät skickades: 1 enkät har redan skickats eller planerats i samma ärende under en dag, och regeln ' +
        'tillåter högst 1.',
      'Not asked: 1 request has already been sent or planned in the same case within 1 day, and the rule allows at ' +
        'most 1.',
    ],
    [
      'a pause',
      heldBack('paused'),
      'Kyselyä ei lähetetty: henkilö on pannut kyselyt tauolle 31. toukokuuta 2026 asti.',
      'Ingen enkät skickades: personen har pausat enkäterna till och med den 31 maj 2026.',
      'Not asked: the person has paused requests up to and including 31 May 2026.',
    ],
    [
      'a more important stage on the day on which the clocks change',
      heldBack('lower-priority'),
      'Kyselyä ei lähetetty: tärkeämpi vaihe, sijoituksen päättyminen, on odotettavissa 29. maaliskuuta 2026, ja tämä ' +
        'kysely veisi sen paikan.',
      'Ingen enkät skickades: ett viktigare skede, placeringens slut, väntas den 29 mars 2026, och den här enkäten ' +
        'skulle ta dess plats.',
      'Not asked: a more important stage, the end of a placement, is expected on 29 March 2026, and this request would ' +
        'take its place.',
    ],
    [
      'a hard time',
      heldBack('hold'),
      'Kyselyä ei lähetetty: asiassa on meneillään raskas aika (kiireellinen sijoitus).',
      'Ingen enkät skickades: det är en tung tid i ärendet (brådskande placering).',
      'Not asked: this is a hard time in the case (emergency placement).',
    ],
    [
      'a role',
      heldBack('role-not-asked', { recipient: { role: 'provider-worker', ageBand: '18+' } }),
      'Kyselyä ei lähetetty: säännön mukaan tässä vaiheessa (palvelun päättyminen) ei kysytä palveluntuottajan ' +
        'työntekijöiltä (ikäryhmä 18 vuotta täyttäneet).',
      'Ingen enkät skickades: enligt regeln tillfrågas serviceproducentens arbetstagare (åldersgruppen 18 år och äldre) ' +
        'inte i det här skedet (servicens slut).',
      'Not asked: the rule does not ask service producers’ workers (aged 18 or over) at this stage (the end of a ' +
        'service).',
    ],
    [
      'a language',
      heldBack('no-language-form'),
      'Kyselyä ei lähetetty: henkilön kielellä (somali) ei ole lomaketta, eikä säännössä ole sen tilalle muuta kieltä.',
      'Ingen enkät skickades: det finns inget formulär på personens språk (somaliska), och regeln anger inget annat ' +
        'språk i stället.',
      'Not asked: there is no form in the person’s language (Somali), and the rule names no other language to use ' +
        'instead.',
    ],
    [
      'a form that is withdrawn',
      heldBack('no-language-form', { gates: { 'no-language-form': null } }),
      'Kyselyä ei lähetetty: lomake, jolla henkilöltä olisi kysytty, on poistettu käytöstä.',
      'Ingen enkät skickades: formuläret som personen skulle ha fått har tagits ur bruk.',
      'Not asked: the form with which the person would have been asked has been withdrawn.',
    ],
    [
      'a lot',
      heldBack('sampled-out'),
      'Kyselyä ei lähetetty: säännön mukaan tässä vaiheessa kysytään 20 prosentilta ihmisistä, eikä tämä henkilö ole ' +
        'arvan mukaan heidän joukossaan (arpa 57; kysytään niiltä, joiden arpa on alle 20).',
      'Ingen enkät skickades: enligt regeln tillfrågas 20 procent av människorna i det här skedet, och enligt lotten ' +
        'hör personen inte till dem (lott 57; de vars lott är under 20 tillfrågas).',
      'Not asked: the rule asks 20% of people at this stage, and by lot this person is not among them (lot 57; lots ' +
        'below 20 are asked).',
    ],
  ])('is told the whole of it: %s', (_, held, fi, sv, en) => {
    expect(explanation(held, undefined)).toEqual({ fi, sv, en });
  });

  it('is told whether it is their wish to get no messages, or whether there is no address', () => {
    const wish = explanation(heldBack('no-channel', { gates: { 'no-channel': 'no-messages' } }), undefined);
    const noAddress = explanation(heldBack('no-channel'), undefined);
    expect(wish.en).toBe('Not asked: the person does not want messages.');
    for (const language of languages) expect(wish[language]).not.toBe(noAddress[language]);
  });

  it('is explained by every word of the vocabulary, each a different one', () => {
    const told = (of: readonly Explainable[]) =>
      languages.map((language) => new Set(of.map((held) => explanation(held, undefined)[language])).size);
    const everyLanguage = (count: number) => languages.map(() => count);
    expect(told(stages.map((stage) => heldBack('no-rule', { stage })))).toEqual(everyLanguage(stages.length));
    expect(told(holdReasons.map((hold) => heldBack('hold', { gates: { hold } })))).toEqual(
      everyLanguage(holdReasons.length),
    );
    const people = roles.flatMap((role) => ageBands.map((ageBand) => ({ role, ageBand })));
    expect(told(people.map((recipient) => heldBack('too-young', { recipient })))).toEqual(
      everyLanguage(people.length),
    );
  });
});

describe('as gates themselves decide', () => {
  const explained = (event = eventFacts(), ...knownAndRules: [Known?, Rule[]?]) => {
    const { gates, outcome } = decideFirst(event, ...knownAndRules);
    const [recipient = recipientFacts()] = event.recipients;
    if (outcome.kind === 'asked') throw new Error('this should have been held back');
    const { reason, nextPossibleAt } = outcome;
    const looked = Object.fromEntries(gates.map(({ gate, value }) => [gate, value]));
    return explanation(decision({ recipient, reason, nextPossibleAt, gates: looked }), undefined).en;
  };

  it('a gap ends with the first open hour after it', () => {
    const known = nothingKnown({
      contacts: new Map([['contact-1', contactWith(pastAsk(plannedAt - 20 * 24 * 60 * 60 * 1000))]]),
    });
    // Thirty days after 12 February at noon: Saturday 14 March, so that Monday comes first.
    expect(explained(eventFacts(), known)).toBe(
      'Not asked: at least 30 days must lie between two requests to the same person, and another one, sent or planned, ' +
        'is too near. The earliest time at which asking would be possible is 16 March 2026 at 12:00.',
    );
  });

  it('a hold ends by its rule, and yielding ends after the other ask', () => {
    const holds = [{ reason: 'bereavement', change: 'started', at: noon('2026-03-01') }] as const;
    expect(explained(eventFacts(), nothingKnown({ case: { ...emptyCase, holds } }))).toBe(
      'Not asked: this is a hard time in the case (bereavement). The earliest time at which asking would be possible ' +
        'is 30 April 2026 at 13:00.',
    );
    const ending = rule({ id: 'placement-ended', stage: 'placement.ended', priority: 80, delayDays: 14 });
    const expected = [{ stage: 'placement.ended', occasion: '', on: '2026-03-09', toldAt: 0 }];
    const known = nothingKnown({ case: { ...emptyCase, expected } });
    expect(explained(eventFacts(), known, [rule(), ending])).toContain(
      'a more important stage, the end of a placement, is expected on 9 March 2026',
    );
  });

  it('whoever is too young, or has a language without a form, is told so', () => {
    const child = eventFacts({ recipients: [recipientFacts({ ageBand: '7-12' })] });
    expect(explained(child)).toBe(
      'Not asked: the rule does not ask parents who are so young (aged 7 to 12).',
    );
    const speaker = eventFacts({ recipients: [recipientFacts({ language: 'smn' })] });
    expect(explained(speaker, nothingKnown(), [rule({ fallbackLanguage: null })])).toContain('(Inari Sami)');
  });
});

describe('a recipient who is asked', () => {
  it.each(requestStates)('is told in every language how the request stands: %s', (state) => {
    expectSound(explanation(asked, standing({ state })));
    expectSound(explanation(asked, standing({ state, endedAt: noon('2026-03-04') })));
  });

  it.each(languages)('has a different sentence for each of them: %s', (language) => {
    const sentences = requestStates.map((state) => explanation(asked, standing({ state }))[language]);
    expect(new Set(sentences).size).toBe(requestStates.length);
  });

  it('is told when the request leaves, also when it was moved since', () => {
    expect(explanation(asked, standing({ dueAt: noon('2026-03-05') }))).toEqual({
      fi: 'Henkilöltä kysytään: kysely lähtee aikaisintaan 5. maaliskuuta 2026 kello 12.00.',
      sv: 'Personen tillfrågas: enkäten skickas tidigast den 5 mars 2026 kl. 12.00.',
      en: 'Asked: the request leaves on 5 March 2026 at 12:00 at the earliest.',
    });
  });

  it.each(heldBackReasons)(
    'is told why it was withdrawn, without what the gate saw before: %s',
    (endReason) => {
      // A gate that lets pass leaves a value behind, which says nothing of what stopped the request later.
      const gates = { [endReason]: values[endReason] };
      const told = explanation({ ...asked, gates }, standing({ state: 'withdrawn', endReason }));
      expectSound(told);
      expect(told).toEqual(explanation(asked, standing({ state: 'withdrawn', endReason })));
      expect(told.en).toMatch(/^The request was withdrawn before it was sent: /);
    },
  );

  it.each(languages)('is told a different reason for each withdrawal: %s', (language) => {
    const sentences = heldBackReasons.map(
      (endReason) => explanation(asked, standing({ state: 'withdrawn', endReason }))[language],
    );
    expect(new Set(sentences).size).toBe(heldBackReasons.length);
  });

  it('is told what became of the mail', () => {
    const sent = standing({ state: 'sent', endedAt: noon('2026-03-04') });
    for (const delivery of deliveries) expectSound(explanation(asked, { ...sent, delivery }));
    expect(explanation(asked, { ...sent, delivery: 'complained' })).toEqual({
      fi:
        'Henkilöltä kysyttiin: kysely lähetettiin 4. maaliskuuta 2026. Vastaanottaja ilmoitti viestin roskapostiksi, ' +
        'joten osoitteeseen ei lähetetä enää mitään.',
      sv:
        'Personen tillfrågades: enkäten skickades den 4 mars 2026. Mottagaren anmälde meddelandet som skräppost, och ' +
        'därför skickas inget mer till adressen.',
      en:
        'Asked: the request was sent on 4 March 2026. The recipient reported the message as unwanted, so nothing more ' +
        'is sent to that address.',
    });
  });

  it('is told what was planned where the request is no longer on record', () => {
    expectSound(explanation(asked, undefined));
    expect(explanation(asked, undefined).en).toContain('4 March 2026 at 12:00');
  });
});

it('says nothing that identifies, whatever a record holds', () => {
  const secret = 'Zq7-secret';
  const record = {
    ...decision(),
    eventHash: secret,
    requestId: secret,
    rule: { id: secret, version: 1 },
    stage: secret,
    recipient: { ...recipientFacts({ contactHash: secret, addressHash: secret }), position: 0 },
  };
  const gates = { 'unknown-stage': secret, 'no-rule': secret };
  for (const reason of [null, 'unknown-stage'] as const)
    for (const language of languages)
      expect(explanation({ ...record, reason, gates }, standing())[language]).not.toContain(secret);
});
