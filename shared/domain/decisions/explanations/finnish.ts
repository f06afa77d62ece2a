import { isYear } from '../../calendar/duration.ts';
import type { Particulars, Wording } from './wording.ts';

const kyselyt = (count: number): string => `${count} ${count === 1 ? 'kysely' : 'kyselyä'}`;
const within = (days: number): string =>
  isYear(days) ? 'vuoden' : days === 1 ? 'yhden päivän' : `${days} päivän`;

const capped =
  (whose: string, unknown: string) =>
  ({ cap }: Particulars): string =>
    cap === undefined
      ? unknown
      : `${whose} on jo lähetetty tai suunniteltu ${kyselyt(cap.counted)} ${within(cap.days)} aikana, ja sääntö ` +
        `sallii enintään ${cap.most}`;

const gap = (days: number | undefined): string =>
  days === undefined ? 'riittävästi aikaa' : `vähintään ${days} ${days === 1 ? 'päivä' : 'päivää'}`;

const causes: Wording['causes'] = {
  'unknown-stage': () => 'tapahtuma koskee vaihetta, jota järjestelmä ei tunne',
  'no-rule': ({ stage }) => `tälle vaiheelle (${stage}) ei ole sääntöä`,
  'rule-disabled': ({ stage }) => `tämän vaiheen (${stage}) sääntö ei ole käytössä`,
  'stage-cancelled': () => 'tapaaminen tai muu tilaisuus, jota kysely koskisi, on peruttu',
  'duplicate-event': ({ stage }) => `samasta vaiheesta (${stage}) oli jo saatu tieto toisessa tapahtumassa`,
  'role-not-asked': ({ stage, role, ageBand }) =>
    `säännön mukaan tässä vaiheessa (${stage}) ei kysytä ${role} (${ageBand})`,
  'too-young': ({ role, ageBand }) => `säännön mukaan näin nuorilta ${role} ei kysytä (${ageBand})`,
  'non-disclosure': () => 'henkilöllä on turvakielto, joten hänelle ei lähetetä mitään',
  'whereabouts-withheld': () => 'olinpaikka on päätetty pitää salassa, joten mitään ei lähetetä',
  'contact-restricted': () => 'yhteydenpitoa on päätöksellä rajoitettu, joten mitään ei lähetetä',
  'ambiguous-contact': () => 'yhteystiedot ovat epäselvät, ja viesti voisi mennä väärälle henkilölle',
  'no-channel': ({ wantsNoMessages }) =>
    wantsNoMessages
      ? 'henkilö ei halua viestejä'
      : 'asiakastietojärjestelmästä ei saatu henkilön sähköpostiosoitetta',
  'no-language-form': ({ language }) =>
    language === undefined
      ? 'lomake, jolla henkilöltä olisi kysytty, on poistettu käytöstä'
      : `henkilön kielellä (${language}) ei ole lomaketta, eikä säännössä ole sen tilalle muuta kieltä`,
  'opted-out': () => 'henkilö on pyytänyt, ettei hänelle lähetetä kyselyitä',
  paused: ({ lastDayOfPause }) =>
    `henkilö on pannut kyselyt tauolle${lastDayOfPause === undefined ? '' : ` ${lastDayOfPause} asti`}`,
  'address-suppressed': () =>
    'osoitteeseen lähetetty viesti on palautunut, tai vastaanottaja on ilmoittanut sen roskapostiksi',
  hold: ({ hold }) => `asiassa on meneillään raskas aika${hold === undefined ? '' : ` (${hold})`}`,
  'already-asked-for-stage': ({ stage, gapDays }) =>
    `henkilöltä kysytään jo samasta vaiheesta (${stage}) samassa asiassa, ja kahden tällaisen kyselyn välissä pitää ` +
    `olla ${gap(gapDays)}`,
  cooldown: ({ gapDays }) =>
    `kahden samalle henkilölle lähetettävän kyselyn välissä pitää olla ${gap(gapDays)}, ja toinen lähetetty tai ` +
    'suunniteltu kysely on liian lähellä',
  'period-cap': capped('henkilölle', 'henkilö saisi enemmän kyselyitä kuin sääntö sallii'),
  'household-cap': capped(
    'saman kotitalouden jäsenille',
    'kotitalous saisi enemmän kyselyitä kuin sääntö sallii',
  ),
  'case-cap': capped('samassa asiassa', 'asiassa tulisi enemmän kyselyitä kuin sääntö sallii'),
  'lower-priority': ({ coming }) =>
    coming === undefined
      ? 'tärkeämpi vaihe on pian odotettavissa, ja tämä kysely veisi sen paikan'
      : `tärkeämpi vaihe, ${coming.stage}, on odotettavissa ${coming.on}, ja tämä kysely veisi sen paikan`,
  'sampled-out': ({ sample }) =>
    sample === undefined
      ? 'säännön mukaan tässä vaiheessa kysytään vain osalta ihmisistä, eikä tämä henkilö ole arvan mukaan heidän ' +
        'joukossaan'
      : `säännön mukaan tässä vaiheessa kysytään ${sample.percent} prosentilta ihmisistä, eikä tämä henkilö ole arvan ` +
        `mukaan heidän joukossaan (arpa ${sample.lot}; kysytään niiltä, joiden arpa on alle ${sample.percent})`,
  'unit-daily-cap': ({ cap }) =>
    cap === undefined
      ? 'yksiköstä lähtisi samana päivänä enemmän kyselyitä kuin sääntö sallii'
      : `yksiköstä lähtee samana päivänä jo ${kyselyt(cap.counted)}, ja sääntö sallii enintään ${cap.most} päivässä`,
};

export const finnish: Wording = {
  roles: {
    child: 'lapsilta',
    'young-person': 'nuorilta',
    parent: 'vanhemmilta',
    guardian: 'huoltajilta',
    'close-person': 'muilta läheisiltä',
    'county-worker': 'hyvinvointialueen sosiaalityöntekijöiltä',
    'provider-worker': 'palveluntuottajan työntekijöiltä',
  },
  causes,
  heldBack: (cause) => `Kyselyä ei lähetetty: ${cause}.`,
  possibleFrom: (time) => `Aikaisin ajankohta, jolloin kysyminen olisi mahdollista, on ${time}.`,
  requests: {
    due: ({ dueAt }) => `Henkilöltä kysytään: kysely lähtee aikaisintaan ${dueAt}.`,
    claimed: () => 'Henkilöltä kysytään: kyselyä lähetetään juuri nyt.',
    sent: ({ endedOn }) => `Henkilöltä kysyttiin: kysely lähetettiin${endedOn && ` ${endedOn}`}.`,
    'expired-before-sending': () =>
      'Henkilöltä päätettiin kysyä, mutta sopivaa ajankohtaa ei tullut ennen kuin oli liian myöhäistä, joten mitään ei ' +
      'lähetetty.',
    withdrawn: ({ cause }) => `Kysely peruttiin ennen lähettämistä${cause && `: ${cause}`}.`,
    'replaced-by-meeting': () => 'Henkilöltä kysyttiin tapaamisessa, joten viestiä ei lähetetty.',
    'send-failed': () =>
      'Henkilöltä päätettiin kysyä, mutta sähköpostipalvelu ei ottanut viestiä vastaan, joten mitään ei lähetetty. ' +
      'Lähettämistä ei yritetä uudelleen.',
    'send-uncertain': () =>
      'Henkilöltä päätettiin kysyä, mutta lähettäminen keskeytyi, eikä kukaan voi tietää, lähtikö viesti. Jottei ' +
      'keneltäkään kysyttäisi kahdesti, sitä ei lähetetä uudelleen.',
  },
  forgotten: (dueAt) =>
    `Henkilöltä päätettiin kysyä, ja kyselyn piti lähteä ${dueAt}. Tietoa siitä, miten kävi, ei enää ole.`,
  deliveries: {
    delayed: 'Viesti viivästyi matkalla.',
    bounced: 'Viestiä ei saatu perille, tai siihen tuli automaattinen vastaus.',
    complained: 'Vastaanottaja ilmoitti viestin roskapostiksi, joten osoitteeseen ei lähetetä enää mitään.',
  },
  timeOf: (day, time) => `${day} kello ${time}`,
  dayOf: (day) => day,
};
