/**
 * Reads PX files as strictly as "PX-file format specification, AXIS-VERSION 2013" words it, with what PxWeb demands beyond
 * that (`PCAxis.Core`: values of every variable, none of them empty, a unit of the whole table in every language, no space
 * before the last semicolon). Written from these alone: it shares nothing with the code that writes such files.
 */

/** The recommended order of keywords, as far as it may occur here; those of the specification that never do are left out. */
const order = [
  ...[
    'CHARSET',
    'AXIS-VERSION',
    'CODEPAGE',
    'LANGUAGE',
    'LANGUAGES',
    'CREATION-DATE',
    'NEXT-UPDATE',
    'TABLEID',
  ],
  ...['DECIMALS', 'SHOWDECIMALS', 'ROUNDING', 'MATRIX', 'AGGREGALLOWED', 'SUBJECT-CODE', 'SUBJECT-AREA'],
  ...['COPYRIGHT', 'DESCRIPTION', 'TITLE', 'CONTENTS', 'UNITS', 'STUB', 'HEADING', 'CONTVARIABLE'],
  // Of PxWeb, not of the specification.
  'VARIABLECODE',
  ...['VALUES', 'TIMEVAL', 'CODES', 'PRECISION', 'LAST-UPDATED', 'UNITS', 'SOURCE', 'NOTE', 'DATA'],
];
const mandatory = [
  ...[
    'CONTENTS',
    'DECIMALS',
    'MATRIX',
    'SUBJECT-AREA',
    'SUBJECT-CODE',
    'TITLE',
    'UNITS',
    'VALUES',
    'LANGUAGE',
  ],
  ...['CODES', 'CREATION-DATE', 'CONTVARIABLE'],
];
const perLanguage = new Set([
  ...['SUBJECT-AREA', 'DESCRIPTION', 'TITLE', 'CONTENTS', 'UNITS', 'STUB', 'HEADING', 'CONTVARIABLE'],
  ...['VARIABLECODE', 'VALUES', 'TIMEVAL', 'CODES', 'PRECISION', 'SOURCE', 'NOTE'],
]);
const lengthMost: Readonly<Record<string, number>> = { MATRIX: 20, 'SUBJECT-CODE': 20, TABLEID: 256 };

type Entry = { keyword: string; language: string | undefined; about: string[]; values: (string | Bare)[] };
type Bare = { bare: string };

/** One variable in one language. */
export type PxVariable = { name: string; id: string; codes: string[]; values: string[] };

export type PxFile = {
  languages: string[];
  /** The stub first, then the heading; of the file's first language unless another is asked for. */
  variables: (language?: string) => PxVariable[];
  /** The only entry with a keyword, by language where it has several. */
  text: (keyword: string, language?: string) => string;
  /** A number for every combination of codes, by the name of each variable; null for two dots. */
  number: (codes: Readonly<Record<string, string>>) => number | null;
  /** How many numbers there are, shown or not. */
  size: number;
};

export class PxFault extends Error {}

const demand: (holds: boolean, what: string) => asserts holds = (holds, what) => {
  if (!holds) throw new PxFault(what);
};

export function readPx(bytes: Uint8Array): PxFile {
  const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  demand(whole.startsWith('CHARSET="ANSI";'), 'the character set comes before any text');
  demand(whole.endsWith(';\r\n'), 'the file ends with its data');
  const lines = whole.slice(0, -2).split('\r\n');
  for (const line of lines) {
    demand(Array.from(line).length <= 256, 'a line has more than 256 characters');
    demand(!/[\r\n]/.test(line), 'lines end with CR and LF');
  }
  const at = whole.indexOf('\r\nDATA=');
  demand(at > 0 && !/\r\nKEYS[[(]/.test(whole), 'there is data, without keys');
  const entries = readEntries(whole.slice(0, at + 2));
  checkEntries(entries);
  const languages = valuesOf(entries, 'LANGUAGES');
  const [first = ''] = languages;
  demand(valuesOf(entries, 'LANGUAGE')[0] === first, 'the first language is the language of the file');
  const variablesIn = (language = first) => readVariables(entries, language === first ? undefined : language);
  const variables = variablesIn();
  for (const language of languages) {
    const others = variablesIn(language);
    demand(
      JSON.stringify(others.map(({ id, codes }) => [id, codes])) ===
        JSON.stringify(variables.map(({ id, codes }) => [id, codes])),
      `the variables are the same in ${language}`,
    );
    checkContents(entries, others, language === first ? undefined : language);
  }
  const heading = valuesOf(entries, 'HEADING').length;
  const data = readData(whole.slice(at + '\r\nDATA='.length, -2), variables, heading);
  return {
    languages,
    variables: variablesIn,
    text: (keyword, language = first) => {
      const [found = '', ...more] = valuesOf(entries, keyword, language === first ? undefined : language);
      demand(more.length === 0, `${keyword} is one text`);
      return found;
    },
    number: (codes) => {
      const place = variables.reduce((before, variable) => {
        const index = variable.codes.indexOf(codes[variable.id] ?? '');
        demand(index >= 0, `no such code of ${variable.id}`);
        return before * variable.codes.length + index;
      }, 0);
      return data[place] ?? null;
    },
    size: data.length,
  };
}

/** Takes `KEYWORD[language]("about","about")=value,value;` apart, character by character. */
function readEntries(head: string): Entry[] {
  const entries: Entry[] = [];
  let rest = head;
  while (rest !== '') {
    const key = /^([A-Z][A-Z0-9-]*)(?:\[([a-z]{2})\])?(?:\(("[^"\r\n]*"(?:,"[^"\r\n]*")?)\))?=/.exec(rest);
    demand(key !== null, `not a key: ${rest.slice(0, 60)}`);
    const [matched, keyword = '', language, about] = key;
    const { values, length } = readValues(rest.slice(matched.length));
    entries.push({ keyword, language, about: about === undefined ? [] : stringsIn(about), values });
    rest = rest.slice(matched.length + length);
    demand(rest === '' || rest.startsWith('\r\n'), 'each entry begins a line');
    rest = rest.slice(2);
  }
  return entries;
}

const stringsIn = (listed: string): string[] =>
  [...listed.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);

/** What stands behind `=`, up to the semicolon. @returns `length` with the semicolon */
function readValues(rest: string): { values: Entry['values']; length: number } {
  const values: Entry['values'] = [];
  let at = 0;
  for (;;) {
    // A text may go on in the next line.
    const text = /^(?:\r\n)?"[^"\r\n]*"(?:\r\n"[^"\r\n]*")*/.exec(rest.slice(at));
    const bare = /^(?:TLIST\([A-Z]1\)|[A-Z]+|\d+)/.exec(rest.slice(at));
    const [matched = ''] = text ?? bare ?? [];
    demand(matched !== '', `not a value: ${rest.slice(at, at + 60)}`);
    values.push(text === null ? { bare: matched } : stringsIn(matched).join(''));
    at += matched.length + 1;
    const behind = rest.charAt(at - 1);
    if (behind === ';') return { values, length: at };
    demand(behind === ',', 'values stand between commas');
  }
}

function checkEntries(entries: readonly Entry[]): void {
  let place = 0;
  for (const { keyword, values } of entries) {
    const next = order.indexOf(keyword, place);
    demand(next >= 0, `${keyword} is not in the recommended order`);
    place = next;
    for (const value of values.map(wordsOf)) {
      demand(value !== '', `${keyword} is empty`);
      demand(value.length <= (lengthMost[keyword] ?? Infinity), `${keyword} is too long`);
    }
  }
  for (const keyword of mandatory)
    demand(
      entries.some((entry) => entry.keyword === keyword),
      `${keyword} is mandatory`,
    );
  const keys = entries.map(({ keyword, language, about }) => JSON.stringify([keyword, language, about]));
  demand(new Set(keys).size === keys.length, 'a key stands there once');
  const languages = valuesOf(entries, 'LANGUAGES');
  for (const { keyword, language } of entries) {
    demand(
      language === undefined || languages.slice(1).includes(language),
      `${keyword} is in another language`,
    );
    demand(language === undefined || perLanguage.has(keyword), `${keyword} has no languages`);
  }
  for (const language of languages.slice(1))
    for (const keyword of perLanguage)
      demand(
        entries.filter((entry) => entry.keyword === keyword && entry.language === language).length ===
          entries.filter((entry) => entry.keyword === keyword && entry.language === undefined).length,
        `${keyword} is there in every language`,
      );
  for (const keyword of ['CREATION-DATE', 'LAST-UPDATED'])
    demand(/^\d{8} \d\d:\d\d$/.test(valuesOf(entries, keyword)[0] ?? ''), `${keyword} is a time`);
}

/** The content variable, and what every value of it must have. */
function checkContents(entries: readonly Entry[], variables: readonly PxVariable[], language?: string): void {
  const [name = ''] = valuesOf(entries, 'CONTVARIABLE', language);
  const contents = variables.find((variable) => variable.name === name);
  demand(contents !== undefined, 'the content variable is in the stub or heading');
  demand(
    entries.some(
      (entry) => entry.keyword === 'UNITS' && entry.language === language && entry.about.length === 0,
    ),
    'the whole table has a unit',
  );
  for (const value of contents.values)
    demand(
      entries.some(
        (entry) => entry.keyword === 'UNITS' && entry.language === language && entry.about[0] === value,
      ),
      `${value} has a unit`,
    );
  for (const { about } of entries.filter(
    (entry) => entry.keyword === 'PRECISION' && entry.language === language,
  ))
    demand(about[0] === name && contents.values.includes(about[1] ?? ''), 'a precision is of a content');
}

function readVariables(entries: readonly Entry[], language?: string): PxVariable[] {
  const names = [...valuesOf(entries, 'STUB', language), ...valuesOf(entries, 'HEADING', language)];
  demand(
    names.length > 0 && names.length <= 16 && new Set(names).size === names.length,
    'variables have names',
  );
  const times = entries.filter((entry) => entry.keyword === 'TIMEVAL' && entry.language === language);
  demand(times.length === 1 && names.includes(times[0]?.about[0] ?? ''), 'there is one time variable');
  return names.map((name) => {
    const about = (keyword: string): string[] =>
      entries
        .filter(
          (entry) => entry.keyword === keyword && entry.language === language && entry.about[0] === name,
        )
        .flatMap(({ values }) => values.map(wordsOf));
    const [values, codes, [id = '']] = [about('VALUES'), about('CODES'), about('VARIABLECODE')];
    demand(values.length > 0 && values.length === codes.length, `${name} has as many codes as values`);
    demand(new Set(values).size === values.length, `the values of ${name} are told apart by their texts`);
    demand(new Set(codes).size === codes.length, `the codes of ${name} differ`);
    const [list, ...moments] = times[0]?.about[0] === name ? about('TIMEVAL') : [];
    if (list !== undefined) checkTimes(list, moments, values);
    return { name, id, codes, values };
  });
}

function checkTimes(list: string, moments: readonly string[], values: readonly string[]): void {
  const shown = moments.map((moment) =>
    list === 'TLIST(Q1)'
      ? moment.replace(/^(\d{4})([1-4])$/, '$1Q$2')
      : moment.replace(/^(\d{4})(\d\d)$/, '$1M$2'),
  );
  demand(list === 'TLIST(Q1)' || list === 'TLIST(M1)', 'times are quarters or months');
  demand(JSON.stringify(shown) === JSON.stringify(values), 'the values of time are its moments');
}

/** Rows of the stub, each with the numbers of the heading, separated by single spaces; each but the last ends with one. */
function readData(text: string, variables: readonly PxVariable[], heading: number): (number | null)[] {
  demand(text.startsWith('\r\n') && text.endsWith(';'), 'the data begin a line and end with a semicolon');
  const rows = text.slice(2, -1).split('\r\n');
  const sizes = variables.map(({ codes }) => codes.length);
  const product = (some: readonly number[]): number => some.reduce((before, size) => before * size, 1);
  demand(
    rows.length === product(sizes.slice(0, -heading)),
    'there is a row for each combination of the stub',
  );
  return rows.flatMap((row, index) => {
    const isLast = index === rows.length - 1;
    demand(row.endsWith(' ') === !isLast, 'a row ends with a space, the last one with none');
    const cells = (isLast ? row : row.slice(0, -1)).split(' ');
    demand(
      cells.length === product(sizes.slice(-heading)),
      'a row has a number for each combination of the heading',
    );
    return cells.map((cell) => {
      if (cell === '".."') return null;
      demand(/^-?\d+(\.\d+)?$/.test(cell), `not a number: ${cell}`);
      return Number(cell);
    });
  });
}

const wordsOf = (value: string | Bare): string => (typeof value === 'string' ? value : value.bare);

/** What the whole table has of a keyword. */
const valuesOf = (entries: readonly Entry[], keyword: string, language?: string): string[] =>
  entries
    .filter((entry) => entry.keyword === keyword && entry.language === language && entry.about.length === 0)
    .flatMap(({ values }) => values.map(wordsOf));
