/**
 * The pieces of the demo that need no running system: which weeks it plays, and how its invented respondents answer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opinionsOn } from '../../../local/demo/opinions.ts';
import { timetableBefore } from '../../../local/demo/timetable.ts';
import { weeksOf } from '../../../local/demo/weeks.ts';
import { drawsFor } from '../../../local/simulation/draws.ts';
import { parsePage } from '../../../local/simulation/page.ts';
import { closesAt } from '../../../shared/domain/calendar/day.ts';
import { quarterAt } from '../../../shared/domain/calendar/month.ts';
import { mask } from '../../../shared/domain/comments/mask.ts';

describe('timetableBefore', () => {
  it('plays two whole quarters, from Thursday to Thursday at half past noon in Helsinki', () => {
    const { quarters, stops, firstDay, endDay } = timetableBefore(Date.parse('2026-11-22T12:00:00Z'));
    expect(quarters).toEqual(['2026-Q2', '2026-Q3']);
    expect([firstDay, endDay]).toEqual(['2026-04-01', '2026-10-01']);
    expect(stops[0]).toBe('2026-04-02T12:30:00+03:00');
    expect(stops.at(-1)).toBe('2026-10-01T12:30:00+03:00');
    expect(stops).toHaveLength(27);
  });

  it('stops when both quarters have closed, and a night before now, in which comments come out', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
        (now) => {
          const { quarters, stops } = timetableBefore(now.getTime());
          const last = Date.parse(stops.at(-1) ?? '');
          expect(last).toBeLessThan(now.getTime() - 24 * 60 * 60 * 1000);
          expect(last).toBeGreaterThan(closesAt(quarters[1]));
          expect(quarterAt(closesAt(quarters[0]))).toBe(quarters[1]);
        },
      ),
    );
  });
});

describe('weeksOf', () => {
  it('has an entry for every stop, with what happened since the one before', () => {
    const timetable = timetableBefore(Date.parse('2026-11-22T12:00:00Z'));
    const weeks = [...weeksOf(timetable, 1000)];
    expect(weeks.map(({ stop }) => stop)).toEqual(timetable.stops);
    for (const [index, { stop, events }] of weeks.entries()) {
      for (const { time } of events) {
        expect(Date.parse(time)).toBeLessThanOrEqual(Date.parse(stop));
        expect(Date.parse(time)).toBeGreaterThan(
          Date.parse(weeks[index - 1]?.stop ?? '2026-04-01T00:00:00+03:00'),
        );
      }
    }
    expect(weeks.flatMap(({ events }) => events).length).toBeGreaterThan(350);
  });
});

describe('opinionsOn', () => {
  const scale = (key: string, from: number, to: number) => ({
    key,
    values: [...Array.from({ length: to - from + 1 }, (_, step) => String(from + step)), ''],
  });
  const questions = [scale('heard', 1, 5), scale('wellbeing', 1, 10), scale('recommend', 0, 10)];
  const page = parsePage('', 'http://127.0.0.1/');
  const respondents = Array.from({ length: 3000 }, (_, number) =>
    opinionsOn(`unit ${number % 20}`, drawsFor('test', number))(questions, page),
  );
  const given = (key: string): number[] =>
    respondents.flatMap(({ [key]: value }) => (value === undefined ? [] : [Number(value)]));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  it('are mostly good ones, of people who skip a question now and then', () => {
    expect(mean(given('heard'))).toBeGreaterThan(4);
    expect(mean(given('heard'))).toBeLessThan(4.7);
    const recommended = given('recommend');
    expect(recommended.length).toBeLessThan(respondents.length);
    const share = (isCounted: (value: number) => boolean) =>
      recommended.filter(isCounted).length / recommended.length;
    const index = 100 * (share((value) => value >= 9) - share((value) => value <= 6));
    expect(index).toBeGreaterThan(60);
    expect(index).toBeLessThan(90);
  });

  it('use every step of a scale, and no other', () => {
    expect([...new Set(given('heard'))].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(Math.min(...given('recommend'))).toBe(0);
    expect(Math.max(...given('recommend'))).toBe(10);
  });

  it('come with a comment from every fifth, in the language of the page, of which no word looks like personal data', () => {
    const commentsIn = (language: string): string[] =>
      Array.from({ length: 3000 }, (_, number) =>
        opinionsOn('unit', drawsFor(language, number))([], { ...page, language }),
      ).flatMap(({ comment }) => comment ?? []);
    const comments = Object.fromEntries(['fi', 'sv', 'en', 'so'].map((each) => [each, commentsIn(each)]));
    for (const written of Object.values(comments)) {
      expect(written.length).toBeGreaterThan(500);
      expect(written.length).toBeLessThan(700);
      expect(new Set(written).size).toBeGreaterThan(50);
      for (const comment of written) expect(mask(comment)).toBe(comment);
    }
    expect(comments['fi']?.join(' ')).toContain('Minua kuunneltiin');
    expect(comments['sv']?.join(' ')).toContain('Man lyssnade');
    for (const language of ['en', 'so'])
      expect(comments[language]?.join(' ')).toContain('They took the time');
  });

  it('do not guess at a scale that nobody knows', () => {
    expect(() => {
      for (let number = 0; number < 10; number += 1)
        opinionsOn('unit', drawsFor(number))([scale('new', 1, 7)], page);
    }).toThrow('new');
  });
});
