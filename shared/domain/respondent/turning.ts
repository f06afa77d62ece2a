import { staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { frameTexts } from './frame-texts.ts';
import { accessibilityPath, privacyPath } from './link.ts';
import { html, Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { pageTexts } from './page-texts.ts';

/** A number that is called by touching it. @param phone as it is written, with or without spaces */
export const call = (phone: string): Markup =>
  html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`;

/** A sentence of ours whose emergency numbers can be called by touching them. */
const callable = (sentence: string): Markup =>
  html`${sentence.split(/(116 111|112)/).map((part) => (/^\d/.test(part) ? call(part) : html`${part}`))}`;

/**
 * In a tab of its own: whoever follows a link halfway through a form comes back to the answers.
 *
 * @param href a path of ours, or an address that was checked when it was configured
 */
const link = (href: string, name: string): Markup =>
  html`<a href="${href}" target="_blank" rel="noopener">${name}</a>`;

/** Where to turn when not safe, and with a complaint, at the end of every page that asks. */
export function whereToTurn(language: FormLanguage, { contacts, email }: Organisation): Markup {
  const { emergency, helpline, complaint } = pageTexts[language];
  const { onCall, phone, reminder, questions } = frameTexts[language];
  const { ombudsperson } = contacts;
  // One link to a line, so that a finger finds each of them.
  return html`<ul>
    <li>${callable(emergency)}</li>
    <li>${callable(helpline)}</li>
    <li>${onCall} ${call(contacts.onCall.phone)}</li>
    <li>${complaint}</li>
    <li>${link(ombudsperson.url[staffLanguage[language]], ombudsperson.name[staffLanguage[language]])}</li>
    <li>${phone} ${call(ombudsperson.phone)}</li>
    <li>${link(contacts.reminder.url[staffLanguage[language]], reminder)}</li>
    <li>${questions} <a href="mailto:${email}">${email}</a></li>
  </ul>`;
}

/** For pages that whoever reads somebody's mailbox can open: it names no helpline for children, and no social welfare. */
export const emergencyOnly = (language: FormLanguage): Markup =>
  html`<ul>
    <li>${callable(pageTexts[language].emergency)}</li>
  </ul>`;

/** A page that every other page leads to. */
export type Statement = 'privacy' | 'accessibility';

/** Leads to the privacy notice and the accessibility statement. @param here the one of them that this is */
export function statements(language: FormLanguage, here?: Statement): Markup {
  const { privacy, accessibility, newTab } = frameTexts[language];
  const links = [
    ...(here === 'privacy' ? [] : [link(privacyPath(language), privacy)]),
    ...(here === 'accessibility' ? [] : [link(accessibilityPath(language), accessibility)]),
  ];
  return html`<ul>
      ${links.map((each) => html`<li>${each}</li>`)}
    </ul>
    <p>${newTab}</p>`;
}
