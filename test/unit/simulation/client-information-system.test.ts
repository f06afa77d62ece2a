/**
 * The simulated client information systems: what they send is valid by the contract, comes in time order, can be
 * had again, and looks like the field that it stands for. Streams are taken whole and looked at from outside.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageEvents, type StageEventDocument } from '../../../local/simulation/client-information-system.ts';
import { serviceUnits } from '../../../local/simulation/client-information-system/service-field.ts';
import { findPersonalIdentityCodes } from '../../../shared/domain/personal-identity-code.ts';
import { stageEventSchema, stageOf } from '../../../shared/domain/stage-event.ts';
import { holdReasons, stages } from '../../../shared/domain/vocabulary.ts';

const year = [...stageEvents({ seed: 1, eventsPerYear: 8000, from: '2026-01-01', to: '2027-01-01' })];
const recipients = year.flatMap(({ data }) => data.recipients ?? []);
const share = <Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number =>
  items.filter(isCounted).length / items.length;
const dayOf = ({ time }: StageEventDocument): string => time.slice(0, 10);

describe('stageEvents', () => {
  it('sends what the contract takes, and no personal identity code', () => {
    for (const event of year) {
      expect(stageEventSchema.safeParse(event).success, JSON.stringify(event)).toBe(true);
      expect(findPersonalIdentityCodes(event)).toEqual([]);
    }
  });

  it('names every event once', () => {
    expect(new Set(year.map(({ source, id }) => `${source} ${id}`)).size).toBe(year.length);
  });

  it('comes in time order, on working days in office hours of Helsinki', () => {
    const instants = year.map(({ time }) => Date.parse(time));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    for (const { time } of year) {
      expect(new Date(time.slice(0, 10)).getUTCDay() % 6, time).not.toBe(0);
      expect(time.slice(11)).toMatch(/^(0[89]|1[0-5]):[0-5][05]:00\+0[23]:00$/);
    }
    expect(year.filter(({ time }) => time.endsWith('+03:00')).map(dayOf)[0]).toBe('2026-03-30');
  });

  it('comes within a tenth of the yearly volume that was asked for', () => {
    expect(year.length).toBeGreaterThan(7200);
    expect(year.length).toBeLessThan(8800);
  });

  it('is the same for the same seed, byte for byte, and another for another', () => {
    const march = (seed: number): string =>
      JSON.stringify([...stageEvents({ seed, eventsPerYear: 3000, from: '2026-03-01', to: '2026-04-01' })]);
    expect(march(7)).toBe(march(7));
    expect(march(7)).not.toBe(march(8));
  });

  it('is one stream, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 1000 }), (days, seed) => {
        const cut = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
        const range = (from: string, to: string) => [...stageEvents({ seed, eventsPerYear: 400, from, to })];
        expect([...range('2026-01-01', cut), ...range(cut, '2026-04-05')]).toEqual(
          range('2026-01-01', '2026-04-05'),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('refuses a volume that is none', () => {
    for (const eventsPerYear of [0, -1, Number.NaN]) {
      expect(() =>
        stageEvents({ seed: 1, eventsPerYear, from: '2026-01-01', to: '2026-02-01' }).next(),
      ).toThrow(RangeError);
    }
  });
});

describe('a case', () => {
  const cases = Map.groupBy(year, ({ data }) => data.caseRef);
  const stagesOf = (events: readonly StageEventDocument[]): string[] =>
    events.map(({ type }) => stageOf(type) ?? type);

  it('reaches stages in an order that the field knows', () => {
    for (const events of cases.values()) {
      const reached = stagesOf(events);
      const at = (stage: string): number => reached.indexOf(stage);
      for (const [earlier, later] of [
        ['assessment.completed', 'service.started'],
        ['service.started', 'plan-meeting.held'],
        ['service.started', 'service.ended'],
        ['placement.started', 'placement.ended'],
        ['hold.started', 'hold.ended'],
        ['aftercare.started', 'aftercare.ended'],
      ] as const) {
        if (at(earlier) !== -1 && at(later) !== -1)
          expect(at(earlier), reached.join(' ')).toBeLessThan(at(later));
      }
      if (at('case.closed') !== -1) expect(at('case.closed')).toBe(reached.length - 1);
    }
  });

  it('says which meeting was held or cancelled by the occasion that was scheduled', () => {
    const meetings = Map.groupBy(
      year.filter(({ type }) => type.includes('plan-meeting')),
      ({ data }) => data.occasionRef,
    );
    for (const [occasion, events] of meetings) {
      expect(occasion).toBeDefined();
      expect(events.filter(({ type }) => !type.includes('scheduled')).length).toBeLessThanOrEqual(1);
      expect(new Set(events.map(({ data }) => data.scheduledFor)).size).toBe(1);
    }
  });

  it('reaches every stage somewhere, and holds for each reason that is simulated', () => {
    expect(new Set(stagesOf(year))).toEqual(new Set(stages));
    const reasons = new Set(year.flatMap(({ data }) => data.reason ?? []));
    expect(reasons).toEqual(new Set(holdReasons.filter((reason) => reason !== 'other')));
  });
});

describe('the people', () => {
  it('are of every role, and mostly reachable', () => {
    expect(new Set(recipients.map(({ role }) => role)).size).toBe(7);
    const withoutMail = share(recipients, ({ email }) => email === undefined);
    expect(withoutMail).toBeGreaterThan(0.05);
    expect(withoutMail).toBeLessThan(0.25);
    expect(recipients.every(({ email }) => email?.endsWith('@example.org') ?? true)).toBe(true);
  });

  it('carry a flag now and then', () => {
    const flagged = share(recipients, ({ flags }) => flags !== undefined && flags.length > 0);
    expect(flagged).toBeGreaterThan(0.01);
    expect(flagged).toBeLessThan(0.06);
  });

  it('speak mostly Finnish, then Swedish, and other languages', () => {
    const speaking = (wanted: string): number => share(recipients, ({ language }) => language === wanted);
    expect(speaking('fi')).toBeGreaterThan(0.7);
    expect(speaking('sv')).toBeGreaterThan(speaking('en'));
    for (const language of ['en', 'ru', 'ar', 'so']) expect(speaking(language)).toBeGreaterThan(0);
  });

  it('are one person under one reference', () => {
    for (const same of Map.groupBy(recipients, ({ contactRef }) => contactRef).values()) {
      expect(new Set(same.map((person) => JSON.stringify(person))).size).toBe(1);
    }
  });

  it('of the county have many cases each', () => {
    const casesOfWorker = new Map<string, Set<string>>();
    for (const { data } of year) {
      for (const { role, contactRef } of data.recipients ?? []) {
        if (role !== 'county-worker') continue;
        casesOfWorker.set(contactRef, (casesOfWorker.get(contactRef) ?? new Set()).add(data.caseRef));
      }
    }
    const counts = [...casesOfWorker.values()].map((each) => each.size);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThan(15);
  });
});

describe('the units', () => {
  it('are twenty, in three regions, each under its own identifier', () => {
    expect(new Set(serviceUnits.map(({ id }) => id)).size).toBe(20);
    expect(new Set(serviceUnits.map(({ region }) => region.name)).size).toBe(3);
    expect(new Set(year.map(({ data }) => data.unit))).toEqual(new Set(serviceUnits.map(({ id }) => id)));
  });

  it('say in every language that they are invented', () => {
    for (const { name } of serviceUnits) {
      expect(name.fi).toContain('(keksitty)');
      expect(name.sv).toMatch(/\(påhitta[dt]\)/);
      expect(name.en).toContain('(invented)');
    }
  });
});
