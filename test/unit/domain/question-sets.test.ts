/** The forms that are shipped: short, complete in every language, and comparable, since a key means one thing everywhere. */
import { describe, expect, it } from 'vitest';
import { bank } from '../../../shared/domain/questions/bank.ts';
import { asked as askedIn, type QuestionSet } from '../../../shared/domain/questions/question.ts';
import {
  currentQuestionSet,
  questionSets,
  questionSetVersion,
} from '../../../shared/domain/questions/question-sets.ts';
import { defaultRules } from '../../../shared/domain/rules/default-rules.ts';
import { formLanguages, languages } from '../../../shared/domain/vocabulary.ts';

const questions = questionSets.flatMap((set) => set.questions);

it('a key has one range and one text wherever it is used', () => {
  const byKey = Map.groupBy(questions, ({ key }) => key);
  for (const [key, uses] of byKey) {
    expect(new Set(uses.map(({ scale }) => `${scale.from}–${scale.to}`)).size, key).toBe(1);
    expect(new Set(uses.map(({ text, formText }) => JSON.stringify([text, formText]))).size, key).toBe(1);
  }
  expect(byKey.size).toBeLessThan(questions.length);
});

describe.each(questionSets)('the form $id', ({ id, version, questions: asked }) => {
  it('is short', () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(id === 'child' ? 5 : 7);
  });

  it('asks nothing twice', () => {
    expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
  });

  it('is there in every language', () => {
    for (const question of asked) {
      for (const language of formLanguages) expect(askedIn(question, language).trim()).not.toBe('');
      expect(new Set(Object.values(question.text)).size).toBe(languages.length);
    }
  });

  it('uses names that no other field of the form has', () => {
    for (const { key } of asked) {
      expect(key).toMatch(/^[a-z][a-z-]*$/);
      expect(['ticket', 'context', 'nonce', 'code', 'comment']).not.toContain(key);
    }
  });

  it('is found by its name and version', () => {
    expect(questionSetVersion(id, version)?.questions).toBe(asked);
    expect(questionSetVersion(id, version + 1000)).toBeUndefined();
    expect(currentQuestionSet(id)?.version).toBeGreaterThanOrEqual(version);
  });
});

it('nobody is asked more than five questions after a meeting', () => {
  const meetings = defaultRules.filter(({ stage }) => stage.startsWith('plan-meeting.'));
  const named = meetings.flatMap(({ audiences }) => audiences.map(({ questionSet }) => questionSet));
  expect(named).not.toEqual([]);
  for (const id of named) expect(currentQuestionSet(id)?.questions.length).toBeLessThanOrEqual(5);
});

it('every item of the bank is asked in some form', () => {
  const asked = new Set(questions.map(({ key }) => key));
  expect(Object.values(bank).filter(({ key }) => !asked.has(key))).toEqual([]);
});

it('children are asked with faces only', () => {
  expect(new Set(currentQuestionSet('child')?.questions.map(({ scale }) => scale.kind))).toEqual(
    new Set(['faces']),
  );
});

it('each form speaks to those whom it asks, and workers are asked what workers can tell', () => {
  const spoken = Object.groupBy(questionSets, ({ audience }) => audience);
  expect(spoken.child?.map(({ id }) => id)).toEqual(['child']);
  expect(spoken.worker?.map(({ id }) => id)).toEqual([
    ...['county-worker-meeting', 'county-worker', 'provider-worker'],
  ]);
  // One who got no service is not asked about "the service you got", and what both are asked would be added up.
  const keysOf = (sets: readonly QuestionSet[] = []): string[] =>
    sets.flatMap((set) => set.questions.map(({ key }) => key));
  const ofClients = new Set(keysOf(questionSets.filter(({ audience }) => audience !== 'worker')));
  expect(keysOf(spoken.worker).filter((key) => ofClients.has(key))).toEqual([]);
  expect(keysOf(spoken.worker)).toContain('recommend-partner');
});

it('every form that a rule names is there', () => {
  const named = defaultRules.flatMap(({ audiences }) => audiences.map(({ questionSet }) => questionSet));
  expect(named.filter((id) => currentQuestionSet(id) === undefined)).toEqual([]);
  expect(currentQuestionSet('no such form')).toBeUndefined();
});
