import type { AgeBand, HoldReason, Language, Role, Stage, Text } from './vocabulary.ts';

/*
 * The closed lists of the field in words, for those who work with them. What respondents read says less, and says it
 * elsewhere: somebody else may see their screen.
 */

export const stageNames: Readonly<Record<Stage, Text>> = {
  'plan-meeting.scheduled': {
    fi: 'asiakassuunnitelmaneuvottelun sopiminen',
    sv: 'bokning av en överläggning om klientplanen',
    en: 'the scheduling of a client-plan meeting',
  },
  'plan-meeting.held': {
    fi: 'asiakassuunnitelmaneuvottelu',
    sv: 'en överläggning om klientplanen',
    en: 'a client-plan meeting',
  },
  'plan-meeting.cancelled': {
    fi: 'asiakassuunnitelmaneuvottelun peruminen',
    sv: 'en inställd överläggning om klientplanen',
    en: 'the cancellation of a client-plan meeting',
  },
  'client-plan.reviewed': {
    fi: 'asiakassuunnitelman tarkistaminen',
    sv: 'en översyn av klientplanen',
    en: 'a review of the client plan',
  },
  'assessment.completed': {
    fi: 'palvelutarpeen arvioinnin valmistuminen',
    sv: 'en färdig bedömning av servicebehovet',
    en: 'a completed assessment of service needs',
  },
  'service.started': { fi: 'palvelun alkaminen', sv: 'servicens början', en: 'the start of a service' },
  'service.ended': { fi: 'palvelun päättyminen', sv: 'servicens slut', en: 'the end of a service' },
  'placement.started': {
    fi: 'sijoituksen alkaminen',
    sv: 'placeringens början',
    en: 'the start of a placement',
  },
  'placement.changed': {
    fi: 'sijoituksen muuttuminen',
    sv: 'en ändrad placering',
    en: 'a change of placement',
  },
  'placement.ended': { fi: 'sijoituksen päättyminen', sv: 'placeringens slut', en: 'the end of a placement' },
  'aftercare.started': {
    fi: 'jälkihuollon alkaminen',
    sv: 'eftervårdens början',
    en: 'the start of after-care',
  },
  'aftercare.ended': { fi: 'jälkihuollon päättyminen', sv: 'eftervårdens slut', en: 'the end of after-care' },
  'case.closed': { fi: 'asiakkuuden päättyminen', sv: 'klientrelationens slut', en: 'the closing of a case' },
  'hold.started': {
    fi: 'raskaan ajan alkaminen',
    sv: 'början på en tung tid',
    en: 'the start of a hard time',
  },
  'hold.ended': { fi: 'raskaan ajan päättyminen', sv: 'slutet på en tung tid', en: 'the end of a hard time' },
};

export const holdReasonNames: Readonly<Record<HoldReason, Text>> = {
  'emergency-placement': {
    fi: 'kiireellinen sijoitus',
    sv: 'brådskande placering',
    en: 'emergency placement',
  },
  'taking-into-care': { fi: 'huostaanotto', sv: 'omhändertagande', en: 'taking into care' },
  'restriction-decision': {
    fi: 'rajoituspäätös',
    sv: 'beslut om begränsning',
    en: 'a decision on restrictions',
  },
  bereavement: { fi: 'läheisen kuolema', sv: 'en närståendes död', en: 'bereavement' },
  other: { fi: 'muu syy', sv: 'annan orsak', en: 'another reason' },
};

export const ageBandNames: Readonly<Record<AgeBand, Text>> = {
  '0-6': { fi: 'ikäryhmä 0–6 vuotta', sv: 'åldersgruppen 0–6 år', en: 'aged 0 to 6' },
  '7-12': { fi: 'ikäryhmä 7–12 vuotta', sv: 'åldersgruppen 7–12 år', en: 'aged 7 to 12' },
  '13-17': { fi: 'ikäryhmä 13–17 vuotta', sv: 'åldersgruppen 13–17 år', en: 'aged 13 to 17' },
  '18+': { fi: 'ikäryhmä 18 vuotta täyttäneet', sv: 'åldersgruppen 18 år och äldre', en: 'aged 18 or over' },
};

export const roleNames: Readonly<Record<Role, Text>> = {
  child: { fi: 'lapsi', sv: 'barn', en: 'child' },
  'young-person': { fi: 'nuori', sv: 'ung person', en: 'young person' },
  parent: { fi: 'vanhempi', sv: 'förälder', en: 'parent' },
  guardian: { fi: 'muu huoltaja', sv: 'annan vårdnadshavare', en: 'other guardian' },
  'close-person': { fi: 'läheinen', sv: 'närstående', en: 'close person' },
  'county-worker': {
    fi: 'hyvinvointialueen työntekijä',
    sv: 'arbetstagare i välfärdsområdet',
    en: 'county worker',
  },
  'provider-worker': {
    fi: 'palveluntuottajan työntekijä',
    sv: 'arbetstagare hos serviceproducenten',
    en: 'provider’s worker',
  },
};

export const languagesInWords: Readonly<Record<Language, Text>> = {
  fi: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  sv: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  en: { fi: 'englanti', sv: 'engelska', en: 'English' },
};
