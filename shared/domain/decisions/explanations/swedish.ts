import { isYear } from '../../calendar/duration.ts';
import type { Particulars, Wording } from './wording.ts';

const daysOf = (days: number): string => `${days} ${days === 1 ? 'dag' : 'dagar'}`;
const within = (days: number): string => (isYear(days) ? 'ett år' : days === 1 ? 'en dag' : `${days} dagar`);
const enkäter = (count: number): string => (count === 1 ? '1 enkät' : `${count} enkäter`);

const capped =
  (whose: string, unknown: string) =>
  ({ cap }: Particulars): string =>
    cap === undefined
      ? unknown
      : `${enkäter(cap.counted)} har redan skickats eller planerats ${whose} under ${within(cap.days)}, och regeln ` +
        `tillåter högst ${cap.most}`;

const gap = (days: number | undefined): string =>
  days === undefined ? 'tillräckligt med tid' : `minst ${daysOf(days)}`;

const causes: Wording['causes'] = {
  'unknown-stage': () => 'händelsen gäller ett skede som systemet inte känner till',
  'no-rule': ({ stage }) => `det finns ingen regel för det här skedet (${stage})`,
  'rule-disabled': ({ stage }) => `regeln för det här skedet (${stage}) är inte i bruk`,
  'stage-cancelled': () => 'mötet eller tillfället som enkäten skulle gälla har ställts in',
  'duplicate-event': ({ stage }) => `en annan händelse hade redan berättat om samma skede (${stage})`,
  'role-not-asked': ({ stage, role, ageBand }) =>
    `enligt regeln tillfrågas ${role} (${ageBand}) inte i det här skedet (${stage})`,
  'too-young': ({ role, ageBand }) => `enligt regeln tillfrågas inte så unga ${role} (${ageBand})`,
  'non-disclosure': () => 'personen har en spärrmarkering, och därför skickas ingenting',
  'whereabouts-withheld': () => 'vistelseorten hålls hemlig enligt ett beslut, och därför skickas ingenting',
  'contact-restricted': () => 'kontakterna har begränsats genom ett beslut, och därför skickas ingenting',
  'ambiguous-contact': () => 'kontaktuppgifterna är oklara, och meddelandet kunde nå fel person',
  'no-channel': ({ wantsNoMessages }) =>
    wantsNoMessages
      ? 'personen vill inte ha meddelanden'
      : 'klientinformationssystemet uppgav ingen e-postadress för personen',
  'no-language-form': ({ language }) =>
    language === undefined
      ? 'formuläret som personen skulle ha fått har tagits ur bruk'
      : `det finns inget formulär på personens språk (${language}), och regeln anger inget annat språk i stället`,
  'opted-out': () => 'personen har bett att inte få enkäter',
  paused: ({ lastDayOfPause }) =>
    `personen har pausat enkäterna${lastDayOfPause === undefined ? '' : ` till och med ${lastDayOfPause}`}`,
  'address-suppressed': () =>
    'ett meddelande till adressen har kommit i retur, eller mottagaren har anmält det som skräppost',
  hold: ({ hold }) => `det är en tung tid i ärendet${hold === undefined ? '' : ` (${hold})`}`,
  'already-asked-for-stage': ({ stage, gapDays }) =>
    `personen tillfrågas redan om samma skede (${stage}) i samma ärende, och mellan två sådana enkäter ska det gå ` +
    gap(gapDays),
  cooldown: ({ gapDays }) =>
    `mellan två enkäter till samma person ska det gå ${gap(gapDays)}, och en annan enkät som har skickats eller ` +
    'planerats är för nära',
  'period-cap': capped('till personen', 'personen skulle få fler enkäter än regeln tillåter'),
  'household-cap': capped(
    'till medlemmar i samma hushåll',
    'hushållet skulle få fler enkäter än regeln tillåter',
  ),
  'case-cap': capped('i samma ärende', 'det skulle bli fler enkäter i ärendet än regeln tillåter'),
  'lower-priority': ({ coming }) =>
    coming === undefined
      ? 'ett viktigare skede väntas snart, och den här enkäten skulle ta dess plats'
      : `ett viktigare skede, ${coming.stage}, väntas ${coming.on}, och den här enkäten skulle ta dess plats`,
  'sampled-out': ({ sample }) =>
    sample === undefined
      ? 'enligt regeln tillfrågas bara en del av människorna i det här skedet, och enligt lotten hör personen inte till dem'
      : `enligt regeln tillfrågas ${sample.percent} procent av människorna i det här skedet, och enligt lotten hör ` +
        `personen inte till dem (lott ${sample.lot}; de vars lott är under ${sample.percent} tillfrågas)`,
  'unit-daily-cap': ({ cap }) =>
    cap === undefined
      ? 'det skulle skickas fler enkäter om enheten på en dag än regeln tillåter'
      : `${enkäter(cap.counted)} om enheten skickas redan samma dag, och regeln tillåter högst ${cap.most} per dag`,
};

export const swedish: Wording = {
  roles: {
    child: 'barn',
    'young-person': 'unga',
    parent: 'föräldrar',
    guardian: 'vårdnadshavare',
    'close-person': 'andra närstående',
    'county-worker': 'välfärdsområdets socialarbetare',
    'provider-worker': 'serviceproducentens arbetstagare',
  },
  causes,
  heldBack: (cause) => `Ingen enkät skickades: ${cause}.`,
  possibleFrom: (time) => `Den tidigaste tidpunkten då det skulle vara möjligt att fråga är ${time}.`,
  requests: {
    due: ({ dueAt }) => `Personen tillfrågas: enkäten skickas tidigast ${dueAt}.`,
    claimed: () => 'Personen tillfrågas: enkäten skickas just nu.',
    sent: ({ endedOn }) => `Personen tillfrågades: enkäten skickades${endedOn && ` ${endedOn}`}.`,
    'expired-before-sending': () =>
      'Det beslutades att fråga, men ingen lämplig tidpunkt kom innan det var för sent, och därför skickades ingenting.',
    withdrawn: ({ cause }) => `Enkäten drogs tillbaka innan den skickades${cause && `: ${cause}`}.`,
    'replaced-by-meeting': () => 'Personen tillfrågades på mötet, och därför skickades inget meddelande.',
    'send-failed': () =>
      'Det beslutades att fråga, men e-posttjänsten tog inte emot meddelandet, och därför skickades ingenting. Inga nya ' +
      'försök görs.',
    'send-uncertain': () =>
      'Det beslutades att fråga, men sändningen avbröts, och ingen kan veta om meddelandet gick i väg. För att ingen ' +
      'ska tillfrågas två gånger skickas det inte på nytt.',
  },
  forgotten: (dueAt) =>
    `Det beslutades att fråga, och enkäten skulle skickas ${dueAt}. Hur det gick finns inte längre antecknat.`,
  deliveries: {
    delayed: 'Meddelandet blev försenat på vägen.',
    bounced: 'Meddelandet nådde inte fram, eller så kom ett automatiskt svar på det.',
    complained: 'Mottagaren anmälde meddelandet som skräppost, och därför skickas inget mer till adressen.',
  },
  timeOf: (day, time) => `den ${day} kl. ${time}`,
  dayOf: (day) => `den ${day}`,
};
