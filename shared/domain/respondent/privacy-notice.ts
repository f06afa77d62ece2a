import {
  formLanguages,
  staffLanguage,
  untranslated,
  type FormLanguage,
  type FormTexts,
} from '../vocabulary.ts';
import { languageRow } from './language-row.ts';
import { privacyPath } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed } from './page-frame.ts';
import { english } from './privacy-texts/english.ts';
import { finnish } from './privacy-texts/finnish.ts';
import { plainFinnish } from './privacy-texts/plain-finnish.ts';
import { swedish } from './privacy-texts/swedish.ts';
import { privacySections, type PrivacySection, type PrivacyTexts } from './privacy-texts/wording.ts';
import { mailTo, section, siteLink, type Told } from './section.ts';
import { emergencyOnly } from './turning.ts';

/** Everything that the privacy notice says. */
export const privacyTexts: FormTexts<PrivacyTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/**
 * What is stored of a person and of answers, what is promised and what is not. The page is the same for everyone. The
 * page of preferences links to it, which whoever reads a mailbox can open: it names no child welfare.
 */
export function privacyNotice(language: FormLanguage, organisation: Organisation): string {
  const texts = privacyTexts[language];
  return framed(
    {
      language,
      kind: 'privacy',
      title: texts.title,
      organisation,
      above: languageRow(language, texts.languages, privacyPath, formLanguages),
      footer: emergencyOnly(language),
    },
    html`${privacySections.map((name) => section(name, texts.sections[name], told(language, name, organisation)))}`,
  );
}

/** What is said in a section of whoever runs the installation, and of where to complain. */
function told(language: FormLanguage, name: PrivacySection, organisation: Organisation): Told {
  if (name === 'responsible') return { before: whoIsResponsible(language, organisation) };
  return name === 'rights' ? { after: whereToComplain(language) } : {};
}

function whereToComplain(language: FormLanguage): Markup {
  const { authority, authorityAddress } = privacyTexts[language];
  return html`<p>${authority} ${siteLink(authorityAddress)}</p>`;
}

function whoIsResponsible(language: FormLanguage, { name, email, officerEmail }: Organisation): Markup {
  const { named, contact, officer } = privacyTexts[language].contact;
  return html`<p>${named(name[staffLanguage[language]])}</p>
    <ul>
      <li>${contact} ${mailTo(email)}</li>
      <li>${officer} ${mailTo(officerEmail)}</li>
    </ul>`;
}
