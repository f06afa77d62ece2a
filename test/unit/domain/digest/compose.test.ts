/**
 * What a digest says of releases: the unit's own cells and nobody else's, three months of an organisation together, what
 * went best first, and nothing of cells that are too small for the reader, in the past either. That what is held back and
 * what never was make the same digest. Releases are written by hand; expected figures are reckoned by hand.
 */
import { describe, expect, it } from 'vitest';
import { composeDigest, isTold } from '../../../../shared/domain/digest/compose.ts';
import { knownQuestions, type KnownQuestions } from '../../../../shared/domain/digest/known-questions.ts';
import { catalogueOf } from '../../../../shared/domain/questions/catalogue.ts';
import type { QuestionSet } from '../../../../shared/domain/questions/question.ts';
import type { Release } from '../../../../shared/domain/releases/release.ts';
import {
  familyForm,
  organisation,
  organisationCells,
  pairs,
  past,
  release,
  unitCells,
  unitName,
} from '../../../support/digest-releases.ts';
import { shippedQuestions } from '../../../support/shipped-forms.ts';
import { ownForm, ownQuestion } from '../../../support/own-forms.ts';
import { newDraft } from '../../../support/rules.ts';

const unit = { kind: 'units', id: 'u-1' } as const;
const digestOf = (cells: Release['cells'], responsesMin = 5) =>
  composeDigest({
    ...{ subject: unit, name: unitName, period: '2026-Q1', pairs, questions: shippedQuestions, responsesMin },
    releases: [release('T1', '2026-Q1', cells)],
  });
const statement = (counts: number[]) => ({ from: 1, counts });

describe('a unit', () => {
  const digest = digestOf([
    ...unitCells('u-2', { heard: statement([9, 9, 9, 9, 9]) }),
    ...unitCells('u-1', familyForm),
    ...unitCells('(other)', { heard: statement([5, 5, 5, 5, 5]) }),
  ]);

  it('has its own figures as they were published', () => {
    const heard = digest.questions.find(({ item }) => item === 'heard');
    expect(heard).toMatchObject({
      wording: { fi: 'Minua kuunneltiin.' },
      group: 'statements',
      scale: { from: 1, to: 5 },
      readings: [{ period: '2026-Q1', responses: 26, mean: 4.3, meanBand: null, index: null }],
      distribution: [1, 1, 2, 8, 14],
    });
  });

  it('has its three latest earlier periods, earliest first', () => {
    const heard = digest.questions.find(({ item }) => item === 'heard');
    expect(heard?.earlier.map(({ period, responses }) => [period, responses])).toEqual([
      ['2025-Q2', 6],
      ['2025-Q3', 15],
      ['2025-Q4', 20],
    ]);
  });

  it('shows what went best first, and well-being and recommendation apart', () => {
    expect(digest.questions.map(({ item }) => item)).toEqual([
      // 4.6; between 4 and 5; 4.3; 3.7; 2.8
      ...['respect', 'benefit', 'heard', 'trust', 'enough'],
      ...['wellbeing', 'recommend'],
    ]);
  });

  it('praises what is surely high, and no more', () => {
    expect(digest.wentWell).toEqual(['respect', 'benefit', 'heard']);
    const { wentWell } = digestOf(
      unitCells('u-1', {
        heard: statement([0, 0, 2, 3, 1]), // 3.8: told as between 3.5 and 4
        respect: statement([1, 2, 2, 9, 4]), // 3.7
        wellbeing: { from: 1, counts: [0, 0, 0, 0, 0, 0, 0, 0, 5, 9] },
      }),
    );
    expect(wentWell).toEqual([]);
  });

  it('counts answers to each question, and says since when they are told', () => {
    expect(digest).toMatchObject({
      responses: { from: 9, to: 27 },
      releasedOn: '2026-04-02',
      isCorrected: false,
    });
  });

  it('has the index with its interval', () => {
    const recommend = digest.questions.find(({ item }) => item === 'recommend');
    // 11 of 26 chose 9 or 10, 7 chose 0 to 6: (11 − 7) / 26 = 15 %, to the nearest 5.
    expect(recommend?.readings).toMatchObject([{ index: 15, indexInterval: { from: -20, to: 50 } }]);
    expect(recommend?.earlier.at(-1)).toMatchObject({ period: '2025-Q4', index: -10, indexInterval: null });
  });

  it('has a question of the organisation’s own by its words, and among the partners’ where only workers are asked', () => {
    const own = { family: ownForm('family', 2), worker: ownForm('own-worker', 1), key: ownQuestion };
    const asking = (...forms: QuestionSet[]) =>
      knownQuestions(
        catalogueOf({
          standings: forms.map(({ id, version }) => ({ id, published: [version], withdrawn: [] })),
          published: forms,
        }),
        [{ ...newDraft(), audiences: [{ role: 'county-worker', questionSet: 'own-worker' }] }],
      );
    const told = (questions: KnownQuestions) =>
      composeDigest({
        ...{ subject: unit, name: unitName, period: '2026-Q1', pairs, questions, responsesMin: 5 },
        releases: [
          {
            ...release('T1', '2026-Q1', unitCells('u-1', { [own.key]: statement([1, 2, 3, 4, 5]) })),
            labels: {},
          },
        ],
      }).questions;
    expect(told(asking(own.family))).toMatchObject([
      { wording: { sv: 'Minut otettiin lämpimästi vastaan. (sv)' }, group: 'statements' },
    ]);
    expect(told(asking(own.worker))).toMatchObject([{ group: 'partners' }]);
    // What both are asked is shown with the families' answers, as it is counted with them.
    expect(told(asking(own.family, own.worker))).toMatchObject([{ group: 'statements' }]);
  });

  it('names a question that no form asks any more by the label of its release, or else by its key', () => {
    const cells = unitCells('u-1', { 'as-it-was': statement([1, 2, 3, 4, 5]) });
    expect(digestOf(cells).questions[0]?.wording.en).toBe('as-it-was');
    const labelled = release('T1', '2026-Q1', cells);
    labelled.labels['item'] = { 'as-it-was': { fi: 'Ennen', sv: 'Förr', en: 'Before' } };
    const facts = {
      subject: unit,
      name: unitName,
      period: '2026-Q1',
      pairs,
      questions: shippedQuestions,
      responsesMin: 5,
    };
    expect(composeDigest({ ...facts, releases: [labelled] }).questions[0]?.wording.en).toBe('Before');
  });
});

describe('kinds of questions', () => {
  it('are never sorted among each other: faces, partners, and statements of families', () => {
    const { questions } = digestOf(
      unitCells('u-1', {
        'goals-met': statement([0, 0, 0, 2, 9]),
        'heard-faces': statement([0, 0, 0, 1, 9]),
        trust: statement([9, 2, 0, 1, 0]),
      }),
    );
    expect(questions.map(({ group }) => group)).toEqual(['statements', 'faces', 'partners']);
  });
});

describe('for everyone', () => {
  it('only cells of 20 answers are there, and of the past only those too', () => {
    const { questions, responsesMin } = digestOf(unitCells('u-1', familyForm), 20);
    expect(responsesMin).toBe(20);
    expect(questions.map(({ item }) => item).toSorted()).toEqual(
      ['heard', 'recommend', 'respect', 'trust', 'wellbeing'].toSorted(),
    );
    const seen = questions.flatMap(({ readings, earlier }) => [...readings, ...earlier]);
    expect(seen.length).toBeGreaterThan(questions.length);
    for (const { responses } of seen) expect(responses).toBeGreaterThanOrEqual(20);
  });

  it('a unit of small cells is the same as one without any', () => {
    const small = unitCells('u-1', {
      heard: statement([1, 2, 3, 6, 7]),
      respect: statement([0, 0, 2, 2, 2]),
    });
    expect(digestOf(small, 20)).toEqual(digestOf([], 20));
    expect(digestOf([], 20)).toMatchObject({ questions: [], responses: null });
  });
});

describe('an organisation', () => {
  const subject = { kind: 'organisations', id: organisation } as const;
  const name = { fi: organisation, sv: organisation, en: organisation };
  const months = (...counts: (number[] | null)[]) =>
    composeDigest({
      ...{ subject, name, period: '2026-Q1', pairs: [], questions: shippedQuestions, responsesMin: 5 },
      releases: counts.map((each, month) =>
        release(
          'T4',
          `2026-0${month + 1}`,
          each === null ? [] : organisationCells(organisation, { heard: statement(each) }),
        ),
      ),
    });

  it('has a reading for each month that has a figure, and their spread together', () => {
    const [heard] = months([1, 2, 3, 9, 6], null, [0, 1, 4, 10, 7]).questions;
    expect(heard?.readings.map(({ period, responses }) => [period, responses])).toEqual([
      ['2026-01', 21],
      ['2026-03', 22],
    ]);
    expect(heard?.distribution).toEqual([1, 3, 7, 19, 13]);
  });

  it('has no spread where one month tells none, and tells its groups where all do', () => {
    const [mixed] = months([1, 2, 3, 9, 6], [1, 2, 3, 4, 5], [0, 1, 4, 10, 7]).questions;
    expect(mixed).toMatchObject({ distribution: null, groups: [7, 10, 41] });
    const [small] = months([1, 2, 3, 9, 6], [0, 1, 2, 2, 1], null).questions;
    expect(small).toMatchObject({ distribution: null, groups: null });
    expect(small?.readings).toHaveLength(2);
  });

  it('has months before the quarter beside it, and none of the quarter twice', () => {
    const earlier = ['2026-01', '2025-12', '2025-11', '2025-10', '2025-09'].map((period) =>
      past(period, 1, [1, 2, 3, 4, 5]),
    );
    const heard = { from: 1, counts: [1, 2, 3, 4, 5], earlier };
    const digest = composeDigest({
      ...{ subject, name, period: '2026-Q1', pairs: [], questions: shippedQuestions, responsesMin: 5 },
      releases: [
        release(
          'T4',
          '2026-01',
          organisationCells(organisation, { heard: { ...heard, earlier: earlier.slice(1) } }),
        ),
        release('T4', '2026-02', organisationCells(organisation, { heard })),
      ],
    });
    expect(digest.questions[0]?.readings.map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
    expect(digest.questions[0]?.earlier.map(({ period }) => period)).toEqual(['2025-11', '2025-12']);
  });

  it('is told where any month has a figure of it', () => {
    const releases = [
      release('T4', '2026-02', organisationCells(organisation, { heard: statement([1, 1, 1, 1, 1]) })),
    ];
    expect(isTold(releases, subject)).toBe(true);
    expect(isTold(releases, { ...subject, id: 'another' })).toBe(false);
  });
});
