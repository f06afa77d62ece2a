import { untranslated, type FormTexts } from '../vocabulary.ts';

/** What every page says around what it is for. */
type FrameTexts = {
  /** Leads over to a telephone number. */
  readonly onCall: string;
  /** Leads over to the number of whoever stands in the line before. */
  readonly phone: string;
  readonly reminder: string;
  /** Leads over to the e-mail address for questions about the surveys. */
  readonly questions: string;
  readonly privacy: string;
  readonly accessibility: string;
  /** Of the links: whoever follows one keeps the page that is open, and what is filled in there. */
  readonly newTab: string;
  /** The way out to a page that says nothing of whoever looks at it. */
  readonly leave: string;
};

export const frameTexts: FormTexts<FrameTexts> = {
  fi: {
    onCall: 'Sosiaalipäivystys auttaa kaikkina vuorokauden aikoina:',
    phone: 'Puhelin:',
    reminder: 'Näin teet muistutuksen',
    questions: 'Kysyttävää tästä kyselystä:',
    privacy: 'Tietosuoja: mitä vastauksillesi tapahtuu',
    accessibility: 'Saavutettavuusseloste',
    newTab: 'Linkit avautuvat uuteen välilehteen.',
    leave: 'Poistu nopeasti',
  },
  sv: {
    onCall: 'Socialjouren hjälper dygnet runt:',
    phone: 'Telefon:',
    reminder: 'Så gör du en anmärkning',
    questions: 'Frågor om den här enkäten:',
    privacy: 'Dataskydd: vad som händer med dina svar',
    accessibility: 'Tillgänglighetsutlåtande',
    newTab: 'Länkarna öppnas i en ny flik.',
    leave: 'Lämna sidan snabbt',
  },
  en: {
    onCall: 'Social emergency services help at any hour:',
    phone: 'Telephone:',
    reminder: 'How to make a formal reminder',
    questions: 'Questions about this survey:',
    privacy: 'Privacy: what happens to your answers',
    accessibility: 'Accessibility statement',
    newTab: 'Links open in a new tab.',
    leave: 'Leave quickly',
  },
  'fi-x-selko': {
    onCall: 'Sosiaalipäivystys auttaa päivällä ja yöllä. Puhelin:',
    phone: 'Puhelin:',
    reminder: 'Näin teet muistutuksen',
    questions: 'Kysy kyselystä tästä osoitteesta:',
    privacy: 'Mitä vastauksillesi tapahtuu?',
    accessibility: 'Voivatko kaikki käyttää sivuja?',
    newTab: 'Linkit avautuvat uuteen välilehteen.',
    leave: 'Poistu nopeasti',
  },
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};
