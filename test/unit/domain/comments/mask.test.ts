/**
 * What is masked in a comment, kind by kind and spelling by spelling, and what is left as it is. Each line is a comment as
 * somebody may write it, and as it is kept.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../../../shared/domain/comments/mask.ts';
import { seededComments } from '../../../support/seeded-comments.ts';

const masks = (kind: string, cases: readonly (readonly [string, string])[]): void => {
  describe(kind, () => {
    it.each(cases)('%s', (written, kept) => {
      expect(mask(written)).toBe(kept);
    });
  });
};

const leaves = (what: string, texts: readonly string[]): void => {
  it.each(texts)(`${what} stay: %s`, (text) => {
    expect(mask(text)).toBe(text);
  });
};

masks('a personal identity code', [
  ...Array.from('-+ABCDEFYXWVU', (sign) => [`131052${sign}308T`, '[identity code]'] as const),
  ['hetu 131052-308T.', 'hetu [identity code].'],
  ['131052-308t', '[identity code]'],
  ['131052-308X (väärä tarkiste)', '[identity code] (väärä tarkiste)'],
  ['131052 - 308 T', '[identity code]'],
  ['131052 308T', '[identity code]'],
  ['131052308T', '[identity code]'],
  ['131052–308T', '[identity code]'],
  ['13.10.1952-308T', '[identity code]'],
  ['131052-308', '[identity code]'],
  ['１３１０５２-３０８Ｔ', '[identity code]'],
  ['١٣١٠٥٢-٣٠٨T', '[identity code]'],
  ['13\u200B10\u200B52\u00AD-308T', '[identity code]'],
  ['131052А308Т, kyrillisin kirjaimin', '[identity code], kyrillisin kirjaimin'],
  ['19811218-9876', '[identity code]'],
  ['syntynyt 1.2.2010', 'syntynyt [identity code]'],
]);

masks('a phone number', [
  ['040 123 4567', '[phone]'],
  ['0401234567', '[phone]'],
  ['040-123 4567', '[phone]'],
  ['0400 123456', '[phone]'],
  ['+358 40 123 4567', '[phone]'],
  ['+358(0)401234567', '[phone]'],
  ['00358401234567', '[phone]'],
  ['(09) 310 1691', '[phone]'],
  ['40 123 4567', '[phone]'],
  ['040.123.4567', '[phone]'],
  ['O4O-1234567', '[phone]'],
  ['puh. 31012', 'puh. [phone]'],
  ['+46 70 123 45 67', '[phone]'],
]);

masks('an e-mail address', [
  ['a.b@example.fi', '[e-mail]'],
  ['A.B@EXAMPLE.FI!', '[e-mail]!'],
  ['a.b (at) example.fi', '[e-mail]'],
  ['a.b(ät)example.fi', '[e-mail]'],
  ['matti piste m ät example piste fi', '[e-mail]'],
  ['matti.m at example.com', '[e-mail]'],
  ['matti.m @ example . fi', '[e-mail] . fi'],
  ['(@matti_m)', '([e-mail])'],
]);

masks('an account', [
  ['FI21 1234 5600 0007 85', '[account]'],
  ['fi2112345600000785', '[account]'],
  ['FI21-1234-5600-0007-85', '[account]'],
  ['123456-1234567', '[account]'],
  ['NL91ABNA0417164300', '[account]'],
]);

masks('a link', [
  ['https://example.com/x?y=z.', '[link].'],
  ['katso www.example.fi/a, kiitos', 'katso [link], kiitos'],
  ['facebook.com/matti.m', '[link]'],
]);

masks('an address', [
  ['Kauppakatu 5 A 12', '[address]'],
  ['asun kauppakatu 5:ssä', 'asun [address]:ssä'],
  ['Asumme Mannerheimintiellä 5.', 'Asumme [address].'],
  ['asun Kirkkokujalla', 'asun [address]'],
  ['Storgatan 3 B, 65100 Vasa', '[address]'],
  ['på Strandvägen 12', 'på [address]'],
  ['00100 helsinki', '[address]'],
  ['PL 123', '[address]'],
  ['12 Main Street', '[address]'],
]);

masks('a number', [
  ['123/2026', '[number]'],
  ['HEL 2026-001234', '[number]'],
  ['dnro 12/05.01.02/2026', '[number]'],
  ['diaarinumero on 12-345', 'diaarinumero on [number]'],
  ['asiakasnumeroni on 12345', 'asiakasnumeroni on [number]'],
  ['123456789', '[number]'],
  ['auto ABC-123', 'auto [number]'],
]);

masks('a name', [
  ['Ohjaaja Pekka oli hyvä.', 'Ohjaaja [name] oli hyvä.'],
  ['Kiitos Pekalle ja Riitalle.', 'Kiitos [name] ja [name].'],
  ['Puhuin Virtaselle, Virtasen kanssa ja Virtasesta.', 'Puhuin [name], [name] kanssa ja [name].'],
  ['Tapasin Mäen, Lahden ja Jokisen.', 'Tapasin [name], Lahden ja [name].'],
  ['Tapasin Liisa Lahden ja rouva Lahden.', 'Tapasin [name] ja rouva [name].'],
  ['Markuksellekin kiitos, ja Tuomaalle.', '[name] kiitos, ja [name].'],
  ['Anna-Liisan kanssa', '[name] kanssa'],
  ['Veli-Matti Ylä-Outisen työ', '[name] työ'],
  ['Oli T. P. Virtanen', 'Oli [name]'],
  ['Maija V. soitti', '[name]. soitti'],
  ['Ahmed:n kanssa', '[name] kanssa'],
  ['Tack till Åsas kollega', 'Tack till [name] kollega'],
  ["I met Abdirahman's wife", 'I met [name] wife'],
  ['pekka virtanen oli tyly', '[name] oli tyly'],
  ['toivo virtanen auttoi', '[name] auttoi'],
  ['puhuin riitalle', 'puhuin [name]'],
  ['OHJAAJA PEKKA OLI TYLY', 'OHJAAJA [name] OLI TYLY'],
  ['Pеkka kirjoitti', '[name] kirjoitti'],
  ['Pekka´n kanssa', '[name] kanssa'],
  ['Lääkäri Salo ymmärsi, ohjaaja Salosta ei.', 'Lääkäri [name] ymmärsi, ohjaaja Salosta ei.'],
  ['Vihtonen oli tyly.', '[name] oli tyly.'],
  ['Lumin kanssa sujui.', '[name] kanssa sujui.'],
  ['Meillä Lumi-mummo hoitaa.', 'Meillä [name] hoitaa.'],
  ['Kiitos Mika Ja Sari Ja Kaikki Muut', 'Kiitos [name] Ja [name] Ja Kaikki Muut'],
]);

describe('a name that is on no list', () => {
  it('is known by its capital in the middle of a sentence, and then also where one begins', () => {
    expect(mask('Ohjaaja Xhemajl auttoi. Xhemajlin kanssa sujui.')).toBe(
      'Ohjaaja [name] auttoi. [name] kanssa sujui.',
    );
  });

  it('is known by the surname behind it where a sentence begins', () => {
    expect(mask('Zzyzx Virtanen auttoi.')).toBe('[name] auttoi.');
  });
});

describe('a name that is a word too', () => {
  it.each(['Toivo', 'Ilo', 'Lahja', 'Rauha', 'Onni', 'Meri', 'Oma', 'Ruusu', 'Pyry', 'Kivi', 'Mäki'])(
    '%s is a name in the middle of a sentence with a capital, and a word otherwise',
    (name) => {
      expect(mask(`Meillä oli ${name} mukana.`)).toBe('Meillä oli [name] mukana.');
      expect(mask(`Meillä oli ${name.toLowerCase()} mukana.`)).toBe(
        `Meillä oli ${name.toLowerCase()} mukana.`,
      );
    },
  );
});

leaves('places and services', [
  'Kelan ja Helsingin kanssa sujui, Wilmassa ei.',
  'Muutimme Tampereelta Turkuun, Lahdessa käytiin.',
  'Vi bor i Borgå och ringde FPA.',
  'The Finnish interpreter came on Monday.',
]);

leaves('what people are, and not who', [
  'Lastensuojelun Sosiaalityöntekijä ja Ohjaaja kävivät.',
  'Lapsen kanssa sujui, vanhempien kanssa ei.',
]);

leaves('times, sums and years', [
  'klo 8.30-16.00, 1.2.2026, 3/2026, 2025/2026, 2019-2020, 24/7',
  '1 200 euroa, 15000 euroa, 45 minuuttia, 7 kertaa',
]);

leaves('words that look like a form of a name', [
  'Pian tuli päiviä, joina annan anteeksi.',
  'Hans fru sade att ingen ville, vilken dag.',
  'palvelutarpeen arvion teosta kului kuukausi',
  'Semmonen olo jäi. Jokainen auttoi. Hyvänen aika.',
]);

describe('a text', () => {
  it('keeps emoji, lines and other alphabets', () => {
    const text = 'Kiitos… ❤️ 👩‍👧 5 €\nСпасибо! شكرا';
    expect(mask(text)).toBe(text);
  });

  it('keeps its marks when it is masked again', () => {
    for (const { text } of seededComments('again', 2000)) {
      const once = mask(text);
      expect(mask(once)).toBe(once);
    }
  });

  it('never makes the masking fail, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => mask(text).length >= 0));
  });

  // Where time grew with the square of the length, one of these would take minutes, and the test would be ended.
  it.each([
    'a',
    '1',
    '1-',
    '.a',
    'a@',
    'a piste ',
    'Aa ',
    '1/',
    'gatan ',
    'katu',
    'a-',
    "a'",
    '\u200B',
    'a\u0301',
    '[name] ',
    'www.',
    'FI21 1234 ',
    'O1',
  ])('of a hundred thousand characters is read once: %j', (piece) => {
    expect(mask(piece.repeat(100_000 / piece.length)).length).toBeLessThanOrEqual(300_000);
  });
});
