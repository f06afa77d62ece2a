import { writtenDay } from '../calendar/written-day.ts';
import {
  formLanguages,
  staffLanguage,
  untranslated,
  type FormLanguage,
  type FormTexts,
} from '../vocabulary.ts';
import { english } from './accessibility-texts/english.ts';
import { finnish } from './accessibility-texts/finnish.ts';
import { plainFinnish } from './accessibility-texts/plain-finnish.ts';
import { swedish } from './accessibility-texts/swedish.ts';
import {
  accessibilitySections,
  type AccessibilitySection,
  type AccessibilityTexts,
} from './accessibility-texts/wording.ts';
import { languageRow } from './language-row.ts';
import { accessibilityPath } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { framed } from './page-frame.ts';
import { mailTo, section, siteLink, type Told } from './section.ts';
import { call, emergencyOnly } from './turning.ts';

/** Everything that the accessibility statement says. */
export const accessibilityTexts: FormTexts<AccessibilityTexts> = {
  fi: finnish,
  sv: swedish,
  en: english,
  'fi-x-selko': plainFinnish,
  se: untranslated,
  smn: untranslated,
  sms: untranslated,
};

/** When somebody last looked at every page, as the statement says: change it with what it says. */
const assessedAt = Date.parse('2026-11-22T12:00:00+02:00');

/** The supervisory authority since 2025, in whatever language it is written to. */
const authorityMail = 'saavutettavuus@traficom.fi';
const authorityPhone = '029 534 5000';

/**
 * The accessibility statement that the Act on the Provision of Digital Services (306/2019) demands. The page is the same
 * for everyone. The page of preferences links to it, which whoever reads a mailbox can open: it names no child welfare.
 */
export function accessibilityStatement(language: FormLanguage, organisation: Organisation): string {
  const texts = accessibilityTexts[language];
  return framed(
    {
      language,
      kind: 'accessibility',
      title: texts.title,
      organisation,
      above: languageRow(language, texts.languages, accessibilityPath, formLanguages),
      footer: emergencyOnly(language),
    },
    html`${accessibilitySections.map((name) =>
      section(name, texts.sections[name], told(language, name, organisation)),
    )}`,
  );
}

/** What the sections say of whoever runs the installation, of the assessment, and of the authority. */
function told(language: FormLanguage, name: AccessibilitySection, organisation: Organisation): Told {
  const texts = accessibilityTexts[language];
  switch (name) {
    case 'about':
      return { before: html`<p>${texts.responsible(organisation.name[staffLanguage[language]])}</p>` };
    case 'assessment':
      return { after: html`<p>${texts.assessed(writtenDay(language, assessedAt))}</p>` };
    case 'feedback':
      return { after: html`<p>${texts.write} ${mailTo(organisation.contacts.accessibility.email)}</p>` };
    case 'authority':
      return { after: authority(texts) };
    case 'state':
    case 'shortcomings':
      return {};
  }
}

const authority = ({ authority: name, authorityAddress, switchboard }: AccessibilityTexts): Markup =>
  html`<p>${name}</p>
    <ul>
      <li>${siteLink(authorityAddress)}</li>
      <li>${mailTo(authorityMail)}</li>
      <li>${switchboard} ${call(authorityPhone)}</li>
    </ul>`;
