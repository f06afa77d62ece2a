/**
 * The mail that asks, as each audience reads it in each language: both parts say the same, in words of ours only; it is
 * short, and keeps to bounds that are stated here; links, the address and the code stand where they can be copied; and
 * nothing that lights up on a lock screen tells of child welfare.
 */
import { describe, expect, it } from 'vitest';
import { preferencesLink, typedCode, type Invitation } from '../../../shared/domain/respondent/link.ts';
import { escapeHtml } from '../../../shared/domain/respondent/markup.ts';
import { formAudienceOf, formAudiences } from '../../../shared/domain/form-audience.ts';
import { mailTexts } from '../../../shared/domain/respondent/mail-texts.ts';
import { composeRequestMail, type MailFacts } from '../../../shared/domain/respondent/mail.ts';
import { ageBands, formLanguages, roles, staffLanguage } from '../../../shared/domain/vocabulary.ts';

const invitation: Invitation = { ticket: 'AAECAwQFBgcICQoLDA0ODw', context: 'EBESExQVFhcY' };
const reference = 'Ab-_'.repeat(16);
const sender = {
  name: 'Päijät-Hämeen hyvinvointialue',
  address: 'palaute@hyvinvointialue.example',
  replyTo: 'kysymykset@hyvinvointialue.example',
};
const facts: MailFacts = {
  origin: 'https://palaute.example',
  language: 'fi',
  fellBack: false,
  audience: 'adult',
  sender,
  survey: 'meeting.1',
  lastMonth: '2026-05',
  preferences: preferencesLink('https://palaute.example', 'fi', reference),
};
const linkIn = (language: string): string =>
  `https://palaute.example/${language}/s/meeting.1#AAECAwQFBgcICQoLDA0ODw.EBESExQVFhcY`;
const lastDayIn = {
  fi: '31. toukokuuta 2026',
  sv: '31 maj 2026',
  en: '31 May 2026',
  'fi-x-selko': '31. toukokuuta 2026',
} as const;

const subjectCharacters = 50;
/** What a mail program shows beside the subject before a mail is opened, with room to spare. */
const previewCharacters = 140;
/** A paragraph that one sees whole on a phone, and a mail that one scrolls through once. */
const paragraphCharacters = 150;
const mailCharacters = 1_000;
const htmlBytes = 3_000;

/** What a mail says nowhere: it may come to a wrong address. */
const childWelfare =
  /lastensuoj|huosta|sijoit|sijais|sosiaali|perhety|barnskydd|placer|omhänder|social|welfare|protection|placement|foster|custody/i;
/** What it says nowhere that others may see, beside that. */
const telling = /asiakas|klient|client|familj|family/i;

/** What a mail program shows of the HTML part, without where its links lead. */
const seen = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

const mailsOf = formLanguages.flatMap((language) =>
  formAudiences.map((audience) => ({ language, audience })),
);

describe.each(mailsOf)('in $language, to the audience $audience, a mail', ({ language, audience }) => {
  const preferences = preferencesLink('https://palaute.example', language, reference);
  const own: MailFacts = { ...facts, language, audience, preferences };
  const mail = composeRequestMail(own, invitation);
  const standIn = composeRequestMail({ ...own, fellBack: true }, invitation);
  const texts = mailTexts[language][audience];
  const said = Object.entries(texts).map(([name, text]): [string, string] => [
    name,
    typeof text === 'string' ? text : text(name === 'until' ? lastDayIn[language] : sender.name),
  ]);

  it('has the links, the address and the code on lines of their own', () => {
    const lines = mail.text.split('\n');
    for (const line of [linkIn(language), preferences, sender.replyTo, typedCode(invitation)])
      expect(lines).toContain(line);
  });

  it.each([
    ['its own language', mail],
    ['one that stands in', standIn],
  ])('says the same in text and in HTML, in %s', (_, { text, html }) => {
    const shown = linkIn(language).split('#')[0] ?? '';
    const shownPreferences = preferences.split('?')[0] ?? '';
    const words = text.replace(linkIn(language), shown).replace(preferences, shownPreferences);
    expect(seen(html)).toBe(words.replace(/\s+/g, ' ').trim());
    expect(html).toContain(`href="${linkIn(language)}"`);
    expect(html).toContain(`href="${preferences}"`);
    expect(html).toContain(`href="mailto:${sender.replyTo}"`);
  });

  it('says everything that there is to say, and that the language is a stand-in only where it is', () => {
    const inText = said.filter(([name]) => name !== 'subject' && name !== 'fellBack');
    expect(inText.filter(([, text]) => !mail.text.includes(text))).toEqual([]);
    expect([mail.text, standIn.text].map((text) => text.includes(texts.fellBack))).toEqual([false, true]);
  });

  it('names who asks once, and until when it can be answered', () => {
    expect(mail.text.split(sender.name)).toHaveLength(2);
    expect(mail.text).toContain(lastDayIn[language]);
  });

  it('ends with the code, where the page says that it is', () => {
    expect(mail.text.trimEnd().split('\n').at(-1)).toBe(typedCode(invitation));
  });

  it('keeps the ticket out of the link to the preferences, and tells mail programs where to unsubscribe', () => {
    expect(mail.preferences).toBe(preferences);
    expect(preferences).not.toContain(invitation.ticket);
    expect(preferences).not.toContain(invitation.context);
  });

  it('keeps within its bounds, even where a language stands in', () => {
    expect(mail.subject.length).toBeLessThanOrEqual(subjectCharacters);
    expect(standIn.text.length).toBeLessThanOrEqual(mailCharacters);
    expect(Buffer.byteLength(standIn.html)).toBeLessThanOrEqual(htmlBytes);
    for (const line of standIn.text.split('\n')) expect(line.length).toBeLessThanOrEqual(paragraphCharacters);
  });

  it('says nothing of child welfare, and nothing of clients or families where others may see it', () => {
    expect(mail.subject).toBe(texts.subject);
    expect(standIn.text).not.toMatch(childWelfare);
    for (const open of [
      mail.subject,
      mail.text.slice(0, previewCharacters),
      seen(mail.html).slice(0, previewCharacters),
    ])
      for (const words of [childWelfare, telling]) expect(open).not.toMatch(words);
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it('loads nothing, and leads nowhere but to our page and to who asks', () => {
    expect(mail.html).not.toMatch(
      /<(img|script|style|link|iframe|object|form|svg)\b|\bsrc=|url\(|@import|\bon\w+=/i,
    );
    const addresses = `${mail.html}\n${mail.text}`.match(/[a-z]+:\/\/[^\s"<]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('https://palaute.example/'))).toEqual([]);
    expect(addresses.length).toBeGreaterThanOrEqual(6);
    const links = Array.from(mail.html.matchAll(/href="([^"]*)"/g), ([, href]) => href);
    expect(links).toEqual([linkIn(language), `mailto:${sender.replyTo}`, preferences]);
  });

  it('leaves its colours to the mail program, in light and dark', () => {
    expect(mail.html).toContain('<meta name="color-scheme" content="light dark" />');
    expect(mail.html.replace(/<head>.*<\/head>/s, '')).not.toMatch(/color|background/);
  });

  it('has a text for everything, different from those of other languages', () => {
    for (const [name, text] of said) {
      expect(text.trim()).not.toBe('');
      for (const other of formLanguages.filter((one) => staffLanguage[one] !== staffLanguage[language])) {
        const theirs = mailTexts[other][audience][name as keyof typeof texts];
        expect(typeof theirs === 'function' ? theirs('x') : theirs).not.toBe(text);
      }
    }
  });
});

describe('audiences', () => {
  it.each(formLanguages)('are each asked in words of their own in %s', (language) => {
    const texts = formAudiences.map((audience) => mailTexts[language][audience]);
    for (const name of ['subject', 'why', 'voluntary'] as const)
      expect(new Set(texts.map((one) => one[name])).size).toBe(formAudiences.length);
  });

  it('are told by role and age: workers are workers, and a young person of age is still asked as one', () => {
    const told = roles.map((role) => [role, ...ageBands.map((ageBand) => formAudienceOf({ role, ageBand }))]);
    expect(told).toEqual([
      ['child', 'child', 'child', 'young-person', 'young-person'],
      ['young-person', 'child', 'child', 'young-person', 'young-person'],
      ['parent', 'child', 'child', 'young-person', 'adult'],
      ['guardian', 'child', 'child', 'young-person', 'adult'],
      ['close-person', 'child', 'child', 'young-person', 'adult'],
      ['county-worker', 'worker', 'worker', 'worker', 'worker'],
      ['provider-worker', 'worker', 'worker', 'worker', 'worker'],
    ]);
  });
});

it.each([
  ['2026-12', '31. joulukuuta 2026'],
  ['2027-02', '28. helmikuuta 2027'],
  ['2028-02', '29. helmikuuta 2028'],
  // Midnight in Helsinki, at which a month ends, comes an hour earlier in summer.
  ['2026-03', '31. maaliskuuta 2026'],
  ['2026-10', '31. lokakuuta 2026'],
])('what can be answered through %s can be until %s', (lastMonth, lastDay) => {
  expect(composeRequestMail({ ...facts, lastMonth }, invitation).text).toContain(
    `Voit vastata ${lastDay} asti.`,
  );
});

it('escapes what it is given', () => {
  const hostile = 'https://x"><script>alert(1)</script>';
  const named = {
    ...sender,
    name: '<script>alert(2)</script>',
    replyTo: "o'neill&co@hyvinvointialue.example",
  };
  const { html } = composeRequestMail(
    { ...facts, origin: hostile, preferences: hostile, sender: named },
    invitation,
  );
  expect(html).not.toContain('<script>');
  for (const given of [hostile, ...Object.values({ name: named.name, replyTo: named.replyTo })])
    expect(html).toContain(escapeHtml(given));
});
