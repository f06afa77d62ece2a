import type { Organisation } from '../../shared/domain/respondent/organisation.ts';

/** Somebody whose installation it is. */
export const organisation: Organisation = {
  name: { fi: 'Mallin hyvinvointialue', sv: 'Modellens välfärdsområde', en: 'The Model county' },
  email: 'kyselyt@example.org',
  officerEmail: 'tietosuojavastaava@example.org',
  contacts: {
    onCall: { phone: '0100 100 1' },
    ombudsperson: {
      name: { fi: 'Mallin asiavastaava', sv: 'Modellens ombud', en: 'The Model ombudsperson' },
      phone: '+358 00 200 2',
      url: {
        fi: 'https://malli.example/asiavastaava',
        sv: 'https://malli.example/sv/ombud',
        en: 'https://malli.example/en/ombudsperson',
      },
    },
    reminder: {
      url: {
        fi: 'https://malli.example/muistutus',
        sv: 'https://malli.example/sv/anmarkning',
        en: 'https://malli.example/en/reminder',
      },
    },
    accessibility: { email: 'saavutettavuus@example.org' },
  },
  leaveTo: 'https://weather.example/',
};
