/**
 * What keeps a draft from being published, and what it is warned of: one rule after the other, each against a draft that is
 * right but for it. Every shipped form passes; and the widest form that the limits let pass fits both a page's first packets and
 * an answer's sealed envelope, as rendered and sealed.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { seal } from '../../../shared/adapters/crypto/seal.ts';
import { catalogueOf } from '../../../shared/domain/questions/catalogue.ts';
import { checkDraft } from '../../../shared/domain/questions/check-draft.ts';
import { commentBytesMost, commentCharactersMost } from '../../../shared/domain/questions/comment.ts';
import {
  asDraft,
  asVersion,
  draftSchema,
  keyCharactersMost,
  questionsMost,
  sentDraftSchema,
  textCharactersMost,
  spokenTo,
  type Draft,
  type DraftQuestion,
} from '../../../shared/domain/questions/draft.ts';
import {
  likeInBank,
  nationalDraft,
  nationalForms,
  nationalKeys,
} from '../../../shared/domain/questions/national-slots.ts';
import { bank } from '../../../shared/domain/questions/bank.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { scriptWith, surveyPage } from '../../../shared/domain/respondent/survey-page.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { formLanguages } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

const shipped = catalogueOf({ standings: [], published: [] });
const check = (id: string, draft: Draft, catalogue = shipped) =>
  checkDraft(id, draft, { catalogue, rules: defaultRules });
const faultsOf = (id: string, draft: Draft): string[] =>
  check(id, draft).faults.map(({ pointer }) => pointer);
const warningsOf = (id: string, draft: Draft): string[] =>
  check(id, draft).warnings.map(({ pointer }) => pointer);

const statement = (key: string, changes: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ...{ key, scale: 'agreement' },
  text: { fi: `${key} fi`, sv: `${key} sv`, en: `${key} en`, 'fi-x-selko': `${key} fi` },
  ...changes,
});
const statements = (count: number, scale: DraftQuestion['scale'] = 'agreement'): DraftQuestion[] =>
  Array.from({ length: count }, (_, place) => statement(`own-${place}`, { scale }));
/** It speaks to whom it speaks to where nobody says so. */
const draftOf = (...questions: DraftQuestion[]): Draft => ({
  ...{ questions, comment: true },
  audience: spokenTo({ questions, comment: true }),
});

it.each(questionSets)('the shipped form $id has no fault and no warning', (form) => {
  expect(check(form.id, asDraft(form))).toEqual({ faults: [], warnings: [] });
  expect(draftSchema.parse(asDraft(form))).toEqual(asDraft(form));
  expect(asVersion(form.id, form.version, asDraft(form))).toEqual(form);
});

describe('as long as', () => {
  const recommendation = statement('own-recommendation', { scale: 'recommendation' });
  it.each<[string, string, DraftQuestion[], string[]]>([
    ['seven', 'own', statements(7), []],
    ['seven and a recommendation', 'own', [...statements(7), recommendation], []],
    ['not eight', 'own', statements(8), ['/questions']],
    [
      'not with two recommendations',
      'own',
      [...statements(2), recommendation, statement('again', { scale: 'recommendation' })],
      ['/questions'],
    ],
    ['five after a meeting', 'meeting', statements(5), []],
    ['not six after a meeting', 'meeting', statements(6), ['/questions']],
    ['five for children', 'own', statements(5, 'faces'), []],
    ['not two for children', 'own', statements(2, 'faces'), ['/questions']],
    ['not six for children', 'own', statements(6, 'faces'), ['/questions']],
  ])('%s', (_, id, questions, faults) => {
    expect(faultsOf(id, draftOf(...questions))).toEqual(faults);
  });

  it('names the rule that asks after meetings', () => {
    expect(check('meeting', draftOf(...statements(6))).faults).toMatchObject([{ rule: 'plan-meeting-held' }]);
  });
});

describe('children', () => {
  it('are asked with faces only, where a rule asks them', () => {
    const draft = draftOf(...statements(2, 'faces'), statement('words'));
    expect(check('child', draft).faults).toMatchObject([
      { pointer: '/questions/2/scale', rule: 'plan-meeting-held' },
    ]);
  });

  it('are asked with faces only, where no rule asks them yet', () => {
    const draft = draftOf(...statements(2, 'faces'), statement('words'));
    expect(faultsOf('own', draft)).toEqual(['/questions/2/scale']);
  });
});

describe('whom it speaks to', () => {
  const speaking = (audience: NonNullable<Draft['audience']>, ...questions: DraftQuestion[]): Draft => ({
    ...draftOf(...questions),
    audience,
  });

  it('is children where there are faces, and adults elsewhere, where it is left out', () => {
    const sent = (scale: DraftQuestion['scale']) => ({ questions: statements(3, scale), comment: true });
    expect(sentDraftSchema.parse(sent('faces')).audience).toBe('child');
    expect(sentDraftSchema.parse(sent('agreement')).audience).toBe('adult');
    expect(sentDraftSchema.parse({ ...sent('agreement'), audience: 'worker' }).audience).toBe('worker');
    // A version that was published before drafts said it.
    expect(asVersion('own', 1, sent('faces')).audience).toBe('child');
  });

  it('is children wherever there are faces, and children are asked with nothing else', () => {
    expect(faultsOf('own', speaking('adult', ...statements(3, 'faces')))).toEqual(['/audience']);
    expect(faultsOf('own', speaking('child', ...statements(6)))).toEqual([
      '/questions',
      ...statements(6).map((_, place) => `/questions/${place}/scale`),
    ]);
  });

  it.each<[string, NonNullable<Draft['audience']>, number]>([
    ['county-worker-meeting', 'worker', 0],
    ['county-worker-meeting', 'adult', 1],
    ['young-person', 'young-person', 0],
    // A form for everybody from 13 on is one for adults.
    ['young-person', 'adult', 0],
    ['meeting', 'adult', 0],
    ['meeting', 'young-person', 1],
    ['meeting', 'worker', 1],
  ])('is warned of where a rule asks others: %s for %s', (id, audience, count) => {
    const { faults, warnings } = check(id, speaking(audience, ...statements(3)));
    expect(faults).toEqual([]);
    expect(warnings.filter(({ pointer }) => pointer === '/audience')).toHaveLength(count);
  });

  it('names each rule that asks others, once for each kind of them', () => {
    const { warnings } = check('young-person', speaking('worker', ...statements(3)));
    expect(warnings.map(({ rule }) => rule)).toEqual(
      defaultRules
        .filter(({ audiences }) => audiences.some(({ questionSet }) => questionSet === 'young-person'))
        .map(({ id }) => id),
    );
  });
});

describe('a key', () => {
  const heard = statement('heard', { text: { ...bank.heard.text, ...bank.heard.formText } });

  it('stands once', () => {
    expect(faultsOf('own', draftOf(statement('a'), statement('b'), statement('a')))).toEqual([
      '/questions/2/key',
    ]);
  });

  it('keeps the scale that it has in the bank', () => {
    expect(faultsOf('own', draftOf(statement('recommend')))).toEqual(['/questions/0/scale']);
    expect(check('own', draftOf(heard))).toEqual({ faults: [], warnings: [] });
  });

  it('keeps the scale with which it was published in any form, withdrawn or not', () => {
    const catalogue = catalogueOf({
      standings: [{ id: 'other', published: [1], withdrawn: [1] }],
      published: [asVersion('other', 1, draftOf(statement('calm', { scale: 'wellbeing' })))],
    });
    expect(check('own', draftOf(statement('calm')), catalogue).faults).toMatchObject([
      { pointer: '/questions/0/scale', detail: expect.stringContaining('wellbeing') as unknown },
    ]);
  });

  it('is warned of where its words are others, in the language in which they are', () => {
    const reworded = { ...heard, text: { ...heard.text, sv: 'De hörde på.' } };
    expect(check('own', draftOf(reworded))).toMatchObject({
      faults: [],
      warnings: [{ pointer: '/questions/0/text/sv' }],
    });
  });
});

describe('a text', () => {
  it('is there in every language of forms', () => {
    for (const language of formLanguages) {
      const question = statement('a');
      const draft = draftOf({ ...question, text: { ...question.text, [language]: '' } });
      expect(faultsOf('own', draft)).toEqual([`/questions/0/text/${language}`]);
    }
  });

  it('is warned of where it is that of another language, but not where plain Finnish is Finnish', () => {
    const question = statement('a');
    const copied = { ...question, text: { ...question.text, en: question.text.sv } };
    expect(warningsOf('own', draftOf(copied))).toEqual(['/questions/0/text/sv', '/questions/0/text/en']);
    expect(warningsOf('own', draftOf(question))).toEqual([]);
  });
});

describe('what is sent', () => {
  const problemsOf = (sent: unknown): string[] =>
    sentDraftSchema.safeParse(sent).error?.issues.map(({ path }) => `/${path.join('/')}`) ?? [];
  const one = statement('a');
  const withText = (text: Partial<Record<string, string>>) =>
    draftOf({ ...one, text: { ...one.text, ...text } });

  it.each<[string, unknown, string]>([
    ['no question', draftOf(), '/questions'],
    ['too many questions', draftOf(...statements(questionsMost + 1)), '/questions'],
    ['a field of the form', draftOf(statement('nonce')), '/questions/0/key'],
    ['what the page asks of its form', draftOf(statement('reset')), '/questions/0/key'],
    ['what every object has', draftOf(statement('constructor')), '/questions/0/key'],
    ['a key that is no name', draftOf(statement('Two words')), '/questions/0/key'],
    ['a key without end', draftOf(statement('x'.repeat(keyCharactersMost + 1))), '/questions/0/key'],
    ['a text without end', withText({ fi: 'x'.repeat(textCharactersMost + 1) }), '/questions/0/text/fi'],
    ['a control character', withText({ fi: 'a\u0007b' }), '/questions/0/text/fi'],
    ['what turns the order of letters about', withText({ fi: 'a\u202eb' }), '/questions/0/text/fi'],
    ['half a character', withText({ fi: 'a\ud800b' }), '/questions/0/text/fi'],
    ['nothing that could be seen', withText({ fi: '\u200b\u2060' }), '/questions/0/text/fi'],
    ['an identity code', withText({ fi: 'Oliko 010101-123N paikalla?' }), '/questions/0/text/fi'],
    ['a language too many', withText({ de: 'x' }), '/questions/0/text'],
    ['a field too many', { ...draftOf(one), colour: 'red' }, '/'],
  ])('is refused with %s', (_, sent, pointer) => {
    expect(problemsOf(sent)).toEqual([pointer]);
  });

  it('may be what was shown, and its texts are tidied', () => {
    const shown = { ...withText({ fi: '  a \n b ' }), ...{ id: 'x', version: 3, faults: [], warnings: [] } };
    expect(sentDraftSchema.parse({ ...shown, savedAt: null, savedBy: null })).toEqual(
      withText({ fi: 'a b' }),
    );
  });
});

describe('the national set', () => {
  it.each(nationalForms)('has slots for its texts, and can not be published without: %s', (id) => {
    const draft = nationalDraft(id) ?? draftOf();
    expect(draftSchema.parse(draft)).toEqual(draft);
    const empty = faultsOf(id, draft).filter((pointer) => pointer.includes('/text/'));
    expect(empty).toHaveLength(draft.questions.length * formLanguages.length);
    expect(warningsOf(id, draft)).toEqual([]);
  });

  it.each([
    ['national', 8],
    ['national-close-person', 8],
    ['national-child', 5],
  ])('can be published once they are filled: %s with %d', (id, count) => {
    const keys = nationalKeys(id);
    const scales = nationalDraft(id)?.questions.map(({ scale }) => scale) ?? [];
    const filled = keys
      .slice(0, count)
      .map((key, place) => statement(key, { scale: scales[place] ?? 'faces' }));
    expect(faultsOf(id, draftOf(...filled))).toEqual([]);
    // Children's form leaves out two of the seven, of which it is told.
    expect(warningsOf(id, draftOf(...filled))).toHaveLength(keys.length - count);
  });

  it('is told where a form asks much the same twice', () => {
    expect(likeInBank('national-encounter')).toBe('respect');
    const respect = statement('respect', { text: { ...bank.respect.text, ...bank.respect.formText } });
    expect(warningsOf('own', draftOf(respect, statement('national-encounter')))).toEqual(['/questions/1']);
    expect(warningsOf('own', draftOf(statement('national-safety'), respect))).toEqual([]);
  });
});

describe('the widest form that passes', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyzåäö ,.';
  /** As hard to compress as letters can be. */
  const text = (): string =>
    Array.from(randomBytes(textCharactersMost - 1), (byte) => letters[byte % letters.length]).join('') + 'x';
  const questions = Array.from({ length: questionsMost }, (_, place): DraftQuestion => ({
    key: `${'k'.repeat(keyCharactersMost - 1)}${'abcdefgh'[place] ?? ''}`,
    scale: place === 0 ? 'recommendation' : 'wellbeing',
    text: { fi: text(), sv: text(), en: text(), 'fi-x-selko': text() },
  }));
  const form = asVersion('x'.repeat(41), 9999, draftOf(...questions));

  it('is one', () => {
    expect(check(form.id, asDraft(form)).faults).toEqual([]);
    for (const { key } of form.questions) expect(key).toHaveLength(keyCharactersMost);
  });

  it.each(formLanguages)('fits the first packets of a connection in %s', (language) => {
    const modulus = () => randomBytes(384).toString('base64url');
    const keys = ['2026-Q1', '2026-Q2'].map((id) => ({ id, ballot: modulus(), mix: modulus() }));
    const page = surveyPage(language, form, scriptWith(keys), organisation);
    expect(gzipSync(page).length).toBeLessThanOrEqual(14_336);
  });

  it('fits a sealed envelope with the longest comment', () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
    const wide = Math.floor((commentBytesMost - commentCharactersMost) / 3);
    // Quotes become two characters in JSON; the others take four bytes each.
    const comment = '"'.repeat(commentCharactersMost - wide) + '😀'.repeat(wide);
    const answers = Object.fromEntries(form.questions.map(({ key, scale }) => [key, scale.to]));
    const plain = JSON.stringify({ context: 'x'.repeat(12), answers: { ...answers, comment } });
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    expect(() => seal(spki, plain)).not.toThrow();
  });
});
