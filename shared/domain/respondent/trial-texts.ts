import type { FormLanguage } from '../vocabulary.ts';

/** What the page says on which a form is tried before anybody is asked with it. */
export type TrialTexts = {
  /** Marks the page, above everything else. */
  readonly mark: string;
  readonly thanksTitle: string;
  readonly thanks: string;
};

export const trialTexts: Readonly<Record<FormLanguage, TrialTexts>> = {
  fi: {
    mark: 'Kokeilu: tämä lomake ei ole vielä käytössä. Voit täyttää ja lähettää sen, mutta vastauksiasi ei tallenneta.',
    thanksTitle: 'Kiitos, että kokeilit',
    thanks:
      'Vastauksiasi ei tallennettu. Kerro sille, joka pyysi sinua kokeilemaan, mitä lomakkeesta ajattelit.',
  },
  sv: {
    mark: 'Provversion: det här formuläret används inte ännu. Du kan fylla i och skicka det, men dina svar sparas inte.',
    thanksTitle: 'Tack för att du provade',
    thanks: 'Dina svar sparades inte. Berätta för den som bad dig prova vad du tyckte om formuläret.',
  },
  en: {
    mark: 'Trial: this form is not in use yet. You can fill it in and send it, but your answers are not kept.',
    thanksTitle: 'Thank you for trying it',
    thanks:
      'Your answers were not kept. Tell the person who asked you to try it what you thought of the form.',
  },
  'fi-x-selko': {
    mark: 'Tämä on kokeilu. Lomake ei ole vielä käytössä. Voit täyttää lomakkeen ja lähettää sen. Vastauksiasi ei tallenneta.',
    thanksTitle: 'Kiitos, että kokeilit',
    thanks:
      'Vastauksiasi ei tallennettu. Joku pyysi sinua kokeilemaan lomaketta. Kerro hänelle, mitä ajattelit.',
  },
};
