import { untranslated, type FormTexts } from '../vocabulary.ts';

/** What pages say around what was heard and done in a region. */
type HeardTexts = {
  readonly title: string;
  readonly intro: string;
  /** Where no region has anything to tell. */
  readonly none: string;
  readonly said: string;
  readonly did: string;
  /** Leads to the page of all regions. */
  readonly all: string;
  /** What the row of languages is, for a screen reader. */
  readonly languages: string;
};

export const heardTexts: FormTexts<HeardTexts> = {
  fi: {
    title: 'Te sanoitte, me teimme',
    intro: 'Näin palautteeseen on vastattu eri alueilla.',
    none: 'Täällä kerrotaan, mitä palautteen pohjalta on tehty. Vielä ei ole kerrottavaa.',
    said: 'Te sanoitte:',
    did: 'Me teimme:',
    all: 'Mitä eri alueilla on tehty',
    languages: 'Sivun kielet',
  },
  sv: {
    title: 'Ni sade, vi gjorde',
    intro: 'Så här har responsen besvarats i olika områden.',
    none: 'Här berättar vi vad som har gjorts utifrån responsen. Än finns det inget att berätta.',
    said: 'Ni sade:',
    did: 'Vi gjorde:',
    all: 'Vad som har gjorts i olika områden',
    languages: 'Sidans språk',
  },
  en: {
    title: 'You said, we did',
    intro: 'This is how feedback has been answered in each region.',
    none: 'Here we tell what has been done because of the feedback. There is nothing to tell yet.',
    said: 'You said:',
    did: 'We did:',
    all: 'What has been done in every region',
    languages: 'Languages of this page',
  },
  'fi-x-selko': {
    title: 'Te sanoitte, me teimme',
    intro: 'Luimme, mitä ihmiset vastasivat. Tässä kerromme, mitä sitten teimme.',
    none: 'Tässä kerromme, mitä olemme tehneet vastausten takia. Vielä ei ole mitään kerrottavaa.',
    said: 'Te sanoitte:',
    did: 'Me teimme:',
    all: 'Mitä eri alueilla on tehty',
    languages: 'Sivun kielet',
  },
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
