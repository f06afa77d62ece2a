import type { Draws } from '../../../local/simulation/draws.ts';
import { nominative, finnishFirstNames, finnishSurnames } from './people.ts';

/** A piece of personal data as it stands in a comment, and what must not be left of it. */
export type Secret = { readonly kind: SecretKind; readonly text: string; readonly tells: readonly string[] };
export type SecretKind = (typeof secretKinds)[number];
export const secretKinds = [
  'identity code',
  'phone',
  'e-mail',
  'account',
  'address',
  'number',
  'link',
] as const;

const digits = (draws: Draws, count: number): string =>
  Array.from({ length: count }, () => draws.between(0, 9)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const ascii = (name: string): string =>
  name.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('å', 'a');

/** The longest pieces of digits of which nobody must find one again. */
const tellingDigits = (text: string): string[] => {
  const all = text.replace(/\D/g, '');
  return Array.from({ length: Math.max(1, all.length - 4) }, (_, from) => all.slice(from, from + 5));
};

function identityCode(draws: Draws): string {
  const birth = two(draws.between(1, 28)) + two(draws.between(1, 12)) + two(draws.between(0, 99));
  const sign = draws.oneOf(Array.from('-+ABCDEFYXWVU'));
  const number = String(draws.between(2, 999)).padStart(3, '0');
  // Every second check character is wrong: a mistyped code still names a person.
  const right = '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(birth + number) % 31);
  const check = draws.chance(0.5) ? right : draws.oneOf(Array.from('0123456789ABCDEFHJKLMNPRSTUVWXY'));
  const code = [birth, sign, number + check];
  return draws.weighted([
    [() => code.join(''), 6],
    [() => code.join('').toLowerCase(), 1],
    [() => code.join(' '), 1],
    [() => `${birth} ${sign}${number}${check}`, 1],
    [() => `${birth.slice(0, 2)}.${birth.slice(2, 4)}.${birth.slice(4)}${sign}${number}${check}`, 1],
    [() => code.join('').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))), 0.5],
    [() => Array.from(code.join('')).join('\u200B'), 0.5],
    [() => code.join('').replace('-', '\u2013'), 1],
  ])();
}

function phone(draws: Draws): string {
  const prefix = draws.oneOf(['040', '041', '044', '045', '046', '050', '0400', '0500']);
  const number = digits(draws, draws.between(6, 7));
  const national = prefix.slice(1);
  return draws.weighted([
    [() => `${prefix}${number}`, 3],
    [() => `${prefix} ${number.slice(0, 3)} ${number.slice(3)}`, 3],
    [() => `${prefix}-${number}`, 2],
    [() => `${prefix} ${number}`, 1],
    [() => `+358${national}${number}`, 2],
    [() => `+358 ${national} ${number.slice(0, 3)} ${number.slice(3)}`, 2],
    [() => `+358 (0)${national} ${number}`, 1],
    [() => `00358 ${national} ${number}`, 1],
    [() => `(${draws.oneOf(['09', '03', '02', '08', '019'])}) ${digits(draws, 3)} ${digits(draws, 4)}`, 1],
    [() => `${draws.oneOf(['09', '013', '06'])}-${digits(draws, 7)}`, 1],
    [() => `${prefix}.${number.slice(0, 3)}.${number.slice(3)}`, 0.5],
    [() => `${prefix} ${number}`.replaceAll('0', 'O'), 0.5],
    [() => `+46 70 ${digits(draws, 3)} ${digits(draws, 2)} ${digits(draws, 2)}`, 0.5],
  ])();
}

type Text = { readonly text: string; readonly tells: readonly string[] };

function email(draws: Draws): Text {
  const first = ascii(nominative(draws.oneOf(finnishFirstNames)));
  const last = ascii(nominative(draws.oneOf(finnishSurnames)));
  const host = draws.oneOf([
    'hel.fi',
    'gmail.com',
    'luukku.com',
    'pirha.fi',
    'outlook.com',
    'varha.example.fi',
  ]);
  const text = draws.weighted([
    [`${first}.${last}@${host}`, 5],
    [`${last}.${first}${digits(draws, 2)}@${host}`, 2],
    [`${first}.${last}(at)${host}`, 1],
    [`${first}.${last} (at) ${host}`, 1],
    [`${first}.${last}[at]${host}`, 0.5],
    [`${first}.${last} @ ${host}`, 1],
    [`${first} piste ${last} ät ${host.replaceAll('.', ' piste ')}`, 0.5],
    [`${first}.${last} at ${host}`, 1],
    [`${first}_${last}@${host}`.toUpperCase(), 0.5],
  ]);
  return { text, tells: [first, last] };
}

function account(draws: Draws): string {
  const iban = `FI${digits(draws, 16)}`;
  return draws.weighted([
    [() => iban, 2],
    [() => iban.replace(/(.{4})(?=.)/g, '$1 '), 3],
    [() => iban.toLowerCase(), 1],
    [() => `${digits(draws, 6)}-${digits(draws, 8)}`, 1],
    [() => `SE${digits(draws, 22)}`.replace(/(.{4})(?=.)/g, '$1 '), 0.5],
  ])();
}

const streets = [
  'Kauppakatu',
  'Mäntytie',
  'Kirkkokuja',
  'Rantapolku',
  'Satamakaari',
  'Koivurinne',
  'Vanhatie',
  'Puistokatu',
  'Opintie',
  'Kotikuja',
  'Ratapiha',
];
const swedishStreets = [
  'Storgatan',
  'Strandvägen',
  'Kyrkogränden',
  'Skolstigen',
  'Björkallén',
  'Hamnkajen',
  'Prästbacken',
];

function address(draws: Draws): Text {
  const street = draws.oneOf(draws.chance(0.7) ? streets : swedishStreets);
  const number = draws.between(1, 140);
  const town = draws.oneOf(['Helsinki', 'Espoo', 'Tampere', 'Vaasa', 'Borgå', 'Kemijärvi', 'Pihtipudas']);
  const code = `${digits(draws, 3)}${draws.oneOf(['00', '10', '20'])}`;
  const door = draws.oneOf([
    '',
    ` ${draws.oneOf(Array.from('ABC'))}`,
    ` ${draws.oneOf(Array.from('ABC'))} ${draws.between(1, 99)}`,
    ' as 4',
  ]);
  const tells = [street.toLowerCase()];
  return draws.weighted<() => { text: string; tells: string[] }>([
    [() => ({ text: `${street} ${number}${door}`, tells }), 4],
    [() => ({ text: `${street} ${number}${door}, ${code} ${town}`, tells: [...tells, code] }), 3],
    [() => ({ text: `${street.toLowerCase()} ${number}`, tells }), 1],
    [() => ({ text: `${code} ${town}`, tells: [code] }), 1],
  ])();
}

function caseNumber(draws: Draws): string {
  const year = draws.between(2019, 2026);
  return draws.weighted([
    [() => `${draws.between(13, 9999)}/${year}`, 2],
    [() => `HEL ${year}-${digits(draws, 6)}`, 2],
    [
      () =>
        `dnro ${draws.between(1, 99)}/${digits(draws, 2)}.${digits(draws, 2)}.${digits(draws, 2)}/${year}`,
      1,
    ],
    [() => `asiakasnumero ${digits(draws, 5)}`, 1],
    [() => `LS${year}/${digits(draws, 5)}`, 1],
    [() => digits(draws, 9).replace(/^0/, '7'), 1],
    [() => `diaarinumero ${year}-${digits(draws, 4)}`, 1],
  ])();
}

function link(draws: Draws): Text {
  const last = ascii(nominative(draws.oneOf(finnishSurnames)));
  const text = draws.oneOf([
    `https://www.facebook.com/${last}.${digits(draws, 3)}`,
    `www.${last}.fi/perhe`,
    `facebook.com/${last}`,
    `http://blogi.example.org/${last}?id=${digits(draws, 4)}`,
  ]);
  return { text, tells: [last] };
}

/** A piece of a kind that has a form of its own. */
export function drawSecret(draws: Draws, kind: SecretKind): Secret {
  switch (kind) {
    case 'identity code':
    case 'phone':
    case 'account':
    case 'number': {
      const text = { 'identity code': identityCode, phone, account, number: caseNumber }[kind](draws);
      return { kind, text, tells: tellingDigits(text.normalize('NFKC').replaceAll('O', '0')) };
    }
    case 'e-mail':
      return { kind, ...email(draws) };
    case 'link':
      return { kind, ...link(draws) };
    case 'address':
      return { kind, ...address(draws) };
  }
}
