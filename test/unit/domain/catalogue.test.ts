/**
 * Which form is in force: shipped ones until an organisation publishes its own, its newest that is not withdrawn from then on;
 * and that every version stays what it was, for those who were asked with it.
 */
import { describe, expect, it } from 'vitest';
import { bank } from '../../../shared/domain/questions/bank.ts';
import { catalogueOf, currentVersion, type Standing } from '../../../shared/domain/questions/catalogue.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import type { Question, QuestionSet } from '../../../shared/domain/questions/question.ts';

const form = (version: number, ...questions: Question[]): QuestionSet => ({
  ...{ id: 'family', version, audience: 'adult', comment: true },
  questions,
});
const shipped = [form(1, bank.heard), form(2, bank.heard, bank.trust)];
const standing = (published: number[], withdrawn: number[] = []): Standing[] => [
  { id: 'family', published, withdrawn },
];
const own = form(3, bank.respect);

describe('the version in force', () => {
  it.each<[string, Standing[], number | undefined]>([
    ['the newest that is shipped', [], 2],
    ['the newest that is published', standing([3, 4]), 4],
    ['the published one, though a later release ships a higher number', standing([1]), 1],
    ['the one before, where the newest is withdrawn', standing([3, 4], [4]), 3],
    ['a shipped one, where all that were published are withdrawn', standing([3], [3]), 2],
    ['an older shipped one, where the newest is withdrawn', standing([], [2]), 1],
    ['none, where all are withdrawn', standing([3], [1, 2, 3]), undefined],
    ['that of another form', [{ id: 'child', published: [9], withdrawn: [] }], 2],
  ])('is %s', (_, standings, version) => {
    expect(currentVersion('family', standings, shipped)).toBe(version);
    expect(currentVersion('weather', standings, shipped)).toBeUndefined();
  });
});

describe('the catalogue', () => {
  const catalogue = catalogueOf({ standings: standing([3], [2]), published: [own] }, shipped);

  it('has every version, withdrawn or not', () => {
    expect(catalogue.versionsOf('family')).toEqual([own, ...shipped.toReversed()]);
    expect(catalogue.version('family', 2)).toBe(shipped[1]);
    expect([1, 2, 3].map((version) => catalogue.isWithdrawn('family', version))).toEqual([
      false,
      true,
      false,
    ]);
    expect(catalogue.version('family', 4)).toBeUndefined();
  });

  it('asks with the one in force', () => {
    expect(catalogue.current('family')).toBe(own);
    expect(catalogue.current('weather')).toBeUndefined();
  });

  it('has for a number that is also shipped what people were asked with here', () => {
    const other = form(2, bank.skill);
    const both = catalogueOf({ standings: standing([2]), published: [other] }, shipped);
    expect(both.version('family', 2)).toBe(other);
    expect(both.versionsOf('family')).toHaveLength(2);
  });

  it('knows a question in its latest words, also of a form that nobody is asked with', () => {
    const reworded = { ...bank.trust, text: { ...bank.trust.text, en: 'I trust the worker.' } };
    const later = catalogueOf({ standings: standing([3], [2, 3]), published: [form(3, reworded)] }, shipped);
    expect(later.item('trust')).toBe(reworded);
    expect(later.item('heard')).toBe(bank.heard);
    expect(later.item('weather')).toBeUndefined();
  });

  it('knows a question in words that are in force, then in older ones, and last in withdrawn ones', () => {
    const said = (en: string) => ({ ...bank.heard, key: 'z-own', text: { ...bank.heard.text, en } });
    const wordings = ['One', 'Two', 'Three'].map(said);
    const words = (standings: Standing[], published: QuestionSet[]) =>
      catalogueOf({ standings, published }, shipped).item('z-own')?.text.en;
    const versions = wordings.map((question, index) => form(index + 3, question));
    const withoutIt = form(6, bank.heard);
    expect(words(standing([3, 4, 5]), versions)).toBe('Three');
    expect(words(standing([3, 4, 5], [5]), versions)).toBe('Two');
    // Number 6 asks it no more: of the older ones, the latest that is not withdrawn tells it.
    expect(words(standing([3, 4, 5, 6], [5]), [...versions, withoutIt])).toBe('Two');
    expect(words(standing([3, 4, 5], [3, 4, 5]), versions)).toBe('Three');
    // Another form asks it still: what came later in this one is in force no more.
    const elsewhere = { ...form(1, said('Elsewhere')), id: 'own' };
    const both = [...standing([3, 4, 5, 6]), { id: 'own', published: [1], withdrawn: [] }];
    expect(words(both, [elsewhere, ...versions, withoutIt])).toBe('Elsewhere');
  });

  it('has what is shipped in its own words once those of an organisation are withdrawn', () => {
    const reworded = { ...bank.heard, text: { ...bank.heard.text, en: 'A slip' } };
    const later = catalogueOf({ standings: standing([3], [3]), published: [form(3, reworded)] }, shipped);
    expect(later.item('heard')).toBe(bank.heard);
    expect([...later.items.keys()][0]).toBe('heard');
  });

  it('names questions in the order of the bank, and then of their publishing', () => {
    const [first, second] = [
      { ...bank.heard, key: 'z-first' },
      { ...bank.heard, key: 'a-second' },
    ];
    const published = [form(3, first), { ...form(1, second, bank.trust), id: 'own' }];
    const keys = [...catalogueOf({ standings: [], published }).items.keys()];
    expect(keys.slice(0, 2)).toEqual(['heard', 'respect']);
    expect(keys.slice(-3)).toEqual(['benefit-faces', 'z-first', 'a-second']);
  });

  it('is what is shipped, as long as nothing is published', () => {
    const { ids, current } = catalogueOf({ standings: [], published: [] });
    expect(ids).toEqual(questionSets.map(({ id }) => id).toSorted());
    expect(ids.map(current)).not.toContain(undefined);
  });
});
