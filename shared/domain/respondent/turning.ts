import { staffLanguage, type FormLanguage } from '../vocabulary.ts';
import { frameTexts } from './frame-texts.ts';
import { accessibilityPath, privacyPath } from './link.ts';
import { html, Markup } from './markup.ts';
import type { Organisation } from './organisation.ts';
import { pageTexts, pageTextsFor, type Spoken } from './page-texts.ts';

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

/**
 * Where to turn when not safe, and with a complaint, at the end of every page that asks. A child sees the line where somebody
 * listens first; formal reminders are a client's, so a worker is told what this is not instead.
 */
export function whereToTurn(spoken: Spoken, { contacts, email }: Organisation): Markup {
  const { language, audience } = spoken;
  const { emergency, helpline, complaint } = pageTextsFor(spoken);
  const { onCall, phone, reminder, questions } = frameTexts[language];
  const { ombudsperson } = contacts;
  const danger = callable(emergency);
  const listener = callable(helpline);
  const complaints = [
    link(ombudsperson.url[staffLanguage[language]], ombudsperson.name[staffLanguage[language]]),
    html`${phone} ${call(ombudsperson.phone)}`,
    link(contacts.reminder.url[staffLanguage[language]], reminder),
  ];
  const isWorker = audience === 'worker';
  const helplines = audience === 'child' ? [listener, danger] : [danger, ...(isWorker ? [] : [listener])];
  // One link to a line, so that a finger finds each of them.
  const lines = [
    ...helplines,
    html`${onCall} ${call(contacts.onCall.phone)}`,
    html`${complaint}`,
    ...(isWorker ? [] : complaints),
    html`${questions} <a href="mailto:${email}">${email}</a>`,
  ];
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
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
