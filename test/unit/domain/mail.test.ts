/** The mail that asks: both parts say the same, in words of ours only, and the link and the code stand where they can be copied. */
import { describe, expect, it } from 'vitest';
import { preferencesLink, typedCode, type Invitation } from '../../../shared/domain/respondent/link.ts';
import { mailTexts } from '../../../shared/domain/respondent/mail-texts.ts';
import { composeRequestMail, type MailFacts } from '../../../shared/domain/respondent/mail.ts';
import { languages } from '../../../shared/domain/vocabulary.ts';

const invitation: Invitation = { ticket: 'AAECAwQFBgcICQoLDA0ODw', context: 'EBESExQVFhcY' };
const reference = 'Ab-_'.repeat(16);
const facts: MailFacts = {
  origin: 'https://palaute.example',
  language: 'fi',
  fellBack: false,
  survey: 'meeting.1',
  preferences: preferencesLink('https://palaute.example', 'fi', reference),
};
const linkIn = (language: string): string =>
  `https://palaute.example/${language}/s/meeting.1#AAECAwQFBgcICQoLDA0ODw.EBESExQVFhcY`;

/** What a mail program shows of the HTML part, without where its link leads. */
const seen = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(languages)('in %s, a mail', (language) => {
  const preferences = preferencesLink('https://palaute.example', language, reference);
  const mail = composeRequestMail({ ...facts, language, preferences }, invitation);

  it('has the links and the code on lines of their own', () => {
    const lines = mail.text.split('\n');
    expect(lines).toContain(linkIn(language));
    expect(lines).toContain(`https://palaute.example/${language}/preferences?r=${reference}`);
    expect(lines).toContain(typedCode(invitation));
  });

  it('says the same in text and in HTML', () => {
    const shown = linkIn(language).split('#')[0] ?? '';
    const shownPreferences = preferences.split('?')[0] ?? '';
    const said = mail.text.replace(linkIn(language), shown).replace(preferences, shownPreferences);
    expect(seen(mail.html)).toBe(said.replace(/\s+/g, ' ').trim());
    expect(mail.html).toContain(`href="${linkIn(language)}"`);
    expect(mail.html).toContain(`href="${preferences}"`);
  });

  it('ends with the code, where the page says that it is', () => {
    expect(mail.text.trimEnd().split('\n').at(-1)).toBe(typedCode(invitation));
  });

  it('keeps the ticket out of the link to the preferences, and tells mail programs where to unsubscribe', () => {
    expect(mail.preferences).toBe(preferences);
    expect(preferences).not.toContain(invitation.ticket);
    expect(preferences).not.toContain(invitation.context);
  });

  it('has a text for everything, different from those of other languages', () => {
    for (const [name, text] of Object.entries(mailTexts[language])) {
      expect(text.trim()).not.toBe('');
      const others = languages.filter((other) => other !== language);
      for (const other of others) expect(text).not.toBe(mailTexts[other][name as keyof typeof mailTexts.fi]);
    }
  });

  it('says that the language is a stand-in only where it is', () => {
    const standIn = composeRequestMail({ ...facts, language, fellBack: true }, invitation);
    const { fellBack } = mailTexts[language];
    expect([mail.text.includes(fellBack), seen(mail.html).includes(fellBack)]).toEqual([false, false]);
    expect([standIn.text.includes(fellBack), seen(standIn.html).includes(fellBack)]).toEqual([true, true]);
  });

  it('loads nothing, and leads nowhere but to our page', () => {
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|object|form)\b|\bsrc=|url\(|@import/i);
    const addresses = `${mail.html}\n${mail.text}`.match(/[a-z]+:\/\/[^\s"<]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('https://palaute.example/'))).toEqual([]);
    expect(addresses.length).toBeGreaterThanOrEqual(6);
  });

  it('says nothing of child welfare where others may see it', () => {
    expect(mail.subject).toBe(mailTexts[language].subject);
    expect(mail.subject).not.toMatch(
      /lastensuojel|huosta|sijoitu|barnskydd|placering|welfare|placement|child/i,
    );
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });
});

it('escapes what it is given', () => {
  const hostile = 'https://x"><script>alert(1)</script>';
  const { html } = composeRequestMail({ ...facts, origin: hostile, preferences: hostile }, invitation);
  expect(html).not.toContain('<script>');
});
