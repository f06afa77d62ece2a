import type { Language } from '../vocabulary.ts';
import type { Controller } from './controller.ts';
import { languageRow } from './language-row.ts';
import { privacyPath } from './link.ts';
import { html, type Markup } from './markup.ts';
import { framed, nothing } from './page-frame.ts';
import { pageTexts } from './page-texts.ts';
import { english } from './privacy-texts/english.ts';
import { finnish } from './privacy-texts/finnish.ts';
import { swedish } from './privacy-texts/swedish.ts';
import {
  privacySections,
  type Point,
  type PrivacySection,
  type PrivacyTexts,
} from './privacy-texts/wording.ts';

/** Everything that the privacy notice says. */
export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = {
  fi: finnish,
  sv: swedish,
  en: english,
};

/**
 * What is stored of a person and of answers, what is promised and what is not. The page is the same for everyone. The
 * page of preferences links to it, which whoever reads a mailbox can open: it names no child welfare.
 *
 * @param controller undefined where nobody has told the installation whose it is
 */
export function privacyNotice(language: Language, controller: Controller | undefined): string {
  const texts = privacyTexts[language];
  return framed(
    {
      language,
      kind: 'privacy',
      title: texts.title,
      above: languageRow(language, texts.languages, privacyPath),
      footer: html`<p>${pageTexts[language].emergency}</p>`,
    },
    html`${privacySections.map((name) => section(language, name, controller))}`,
  );
}

function section(language: Language, name: PrivacySection, controller: Controller | undefined): Markup {
  const { sections } = privacyTexts[language];
  const { title, paragraphs, points } = sections[name];
  return html`<section id="${name}">
    <h2>${title}</h2>
    ${name === 'responsible' ? whoIsResponsible(language, controller) : nothing}
    ${paragraphs.map((text) => html`<p>${text}</p>`)} ${points.length > 0 ? listOf(points) : nothing}
    ${name === 'rights' ? whereToComplain(language) : nothing}
  </section>`;
}

const listOf = (points: readonly Point[]): Markup =>
  html`<ul>
    ${points.map((point) =>
      typeof point === 'string'
        ? html`<li>${point}</li>`
        : html`<li><strong>${point[0]}</strong> ${point[1]}</li>`,
    )}
  </ul>`;

function whereToComplain(language: Language): Markup {
  const { authority, authorityAddress } = privacyTexts[language];
  return html`<p>
    ${authority} <a href="${authorityAddress}">${authorityAddress.replace('https://', '')}</a>
  </p>`;
}

function whoIsResponsible(language: Language, controller: Controller | undefined): Markup {
  const { named, unnamed, contact, officer } = privacyTexts[language].contact;
  if (controller === undefined) return html`<p>${unnamed}</p>`;
  return html`<p>${named(controller.name[language])}</p>
    <ul>
      <li>${contact} ${mailTo(controller.email)}</li>
      <li>${officer} ${mailTo(controller.officerEmail)}</li>
    </ul>`;
}

const mailTo = (address: string): Markup => html`<a href="mailto:${address}">${address}</a>`;
