import { untranslated, type FormTexts } from '../vocabulary.ts';

/** What pages say around what was heard and done in regions. */
type HeardTexts = {
  readonly title: string;
  readonly intro: string;
  /** Where no region has anything to tell. */
  readonly none: string;
  /** In front of what was said and done in the reader's own region. */
  readonly youSaid: string;
  readonly weDid: string;
  /** The same for a reader of any region. */
  readonly heard: string;
  readonly done: string;
  /** Stands above the entries of regions, and leads to the page of all. */
  readonly inRegions: string;
  /** Where the entries are of one region alone. */
  readonly oneRegion: (region: string) => string;
  /** What the row of languages is, for a screen reader. */
  readonly languages: string;
};

export const heardTexts: FormTexts<HeardTexts> = {
  fi: {
    title: 'Te sanoitte, me teimme',
    intro: 'Näin palautteeseen on vastattu eri alueilla.',
    none: 'Täällä kerrotaan, mitä palautteen pohjalta on tehty. Vielä ei ole kerrottavaa.',
    youSaid: 'Te sanoitte:',
    weDid: 'Me teimme:',
    heard: 'Kuulimme:',
    done: 'Teimme:',
    inRegions: 'Mitä alueilla on tehty vastausten perusteella',
    oneRegion: (region) => `Tämä koskee aluetta ${region}.`,
    languages: 'Sivun kielet',
  },
  sv: {
    title: 'Ni sade, vi gjorde',
    intro: 'Så här har responsen besvarats i olika områden.',
    none: 'Här berättar vi vad som har gjorts utifrån responsen. Än finns det inget att berätta.',
    youSaid: 'Ni sade:',
    weDid: 'Vi gjorde:',
    heard: 'Vi hörde:',
    done: 'Vi gjorde:',
    inRegions: 'Vad som har gjorts i områdena utifrån svaren',
    oneRegion: (region) => `Det här gäller området ${region}.`,
    languages: 'Sidans språk',
  },
  en: {
    title: 'You said, we did',
    intro: 'This is how feedback has been answered in each region.',
    none: 'Here we tell what has been done because of the feedback. There is nothing to tell yet.',
    youSaid: 'You said:',
    weDid: 'We did:',
    heard: 'We heard:',
    done: 'We did:',
    inRegions: 'What has been done in the regions because of answers',
    oneRegion: (region) => `This is about the region of ${region}.`,
    languages: 'Languages of this page',
  },
  'fi-x-selko': {
    title: 'Te sanoitte, me teimme',
    intro: 'Luimme, mitä ihmiset vastasivat. Tässä kerromme, mitä sitten teimme.',
    none: 'Tässä kerromme, mitä olemme tehneet vastausten takia. Vielä ei ole mitään kerrottavaa.',
    youSaid: 'Te sanoitte:',
    weDid: 'Me teimme:',
    heard: 'Kuulimme:',
    done: 'Teimme:',
    inRegions: 'Mitä alueilla on tehty vastausten takia',
    oneRegion: (region) => `Tämä kertoo alueesta, jonka nimi on ${region}.`,
    languages: 'Sivun kielet',
  },
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
