/**
 * "You said, we did" as an administrator may write it: what is taken and how it is tidied, and what is refused, at which
 * field and without repeating it. A text that holds a personal identity code is refused in every language and place.
 */
import { describe, expect, it } from 'vitest';
import { sentActionsSchema } from '../../../../shared/domain/digest/actions.ts';

const pair = { said: { fi: 'Aikoja oli vähän.' }, did: { fi: 'Aikoja on nyt enemmän.' } };
const pathsOf = (sent: unknown): string[] => {
  const parsed = sentActionsSchema.safeParse(sent);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

it.each([0, 1, 5])('takes %d pairs', (count) => {
  const pairs = Array.from({ length: count }, () => pair);
  expect(sentActionsSchema.parse({ pairs })).toEqual({ pairs });
});

it('takes any of the languages, as long as both texts have the same', () => {
  const texts = { fi: 'a', sv: 'b', en: 'c' };
  for (const languages of [['fi'], ['sv', 'en'], ['fi', 'sv', 'en']] as const) {
    const text = Object.fromEntries(languages.map((language) => [language, texts[language]]));
    expect(pathsOf({ pairs: [{ said: text, did: text }] })).toEqual([]);
  }
  expect(pathsOf({ pairs: [{ said: { fi: 'a' }, did: { sv: 'b' } }] })).toEqual(['pairs.0.did']);
  expect(pathsOf({ pairs: [{ said: { fi: 'a', sv: 'b' }, did: { fi: 'a' } }] })).toEqual(['pairs.0.did']);
});

it('makes one line of a text, in composed letters', () => {
  const sent = {
    pairs: [{ said: { fi: '  Ka\u0308ynnit\n olivat\tlyhyitä. ' }, did: { fi: 'x'.repeat(300) } }],
  };
  expect(sentActionsSchema.parse(sent).pairs[0]?.said.fi).toBe('Käynnit olivat lyhyitä.');
});

describe('refuses', () => {
  it.each<[string, unknown, string[]]>([
    ['no list', {}, ['pairs']],
    ['a field that there is not', { pairs: [], note: 'x' }, ['']],
    ['six pairs', { pairs: Array.from({ length: 6 }, () => pair) }, ['pairs']],
    ['half a pair', { pairs: [{ said: pair.said }] }, ['pairs.0.did']],
    ['a text in no language', { pairs: [{ said: {}, did: {} }] }, ['pairs.0.said', 'pairs.0.did']],
    ['a language that there is not', { pairs: [{ ...pair, said: { fi: 'a', se: 'b' } }] }, ['pairs.0.said']],
    ['an empty text', { pairs: [{ ...pair, did: { fi: ' \n ' } }] }, ['pairs.0.did.fi']],
    ['301 characters', { pairs: [{ ...pair, did: { fi: 'x'.repeat(301) } }] }, ['pairs.0.did.fi']],
    ['control characters', { pairs: [{ ...pair, did: { fi: 'a\u0007b' } }] }, ['pairs.0.did.fi']],
    ['a number', { pairs: [{ ...pair, did: { fi: 7 } }] }, ['pairs.0.did.fi']],
  ])('%s', (_, sent, paths) => {
    expect(pathsOf(sent)).toEqual(paths);
  });

  it.each(['010190-123A', '131052B308T', '150915Y9991'])('the identity code %s anywhere', (code) => {
    const said = { fi: 'hyvä', sv: `bra ${code} bra`, en: 'good' };
    const sent = { pairs: [pair, { said, did: { ...said, sv: 'bra', en: code } }] };
    expect(pathsOf(sent)).toEqual(['pairs.1.said.sv', 'pairs.1.did.en']);
    expect(JSON.stringify(sentActionsSchema.safeParse(sent).error)).not.toContain(code);
  });
});
