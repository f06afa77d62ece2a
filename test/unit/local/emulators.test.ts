/** The endpoints that the runner itself provides: secrets of the wanted make, a bus that filters, a clock that obeys. */
import { describe, expect, it } from 'vitest';
import { createClock, parseInstant } from '../../../local/clock.ts';
import { fits } from '../../../local/emulators/bus.ts';
import { generate } from '../../../local/emulators/secrets.ts';
import { createFaults } from '../../../local/wire/faults.ts';

describe('generate', () => {
  const recipe = {
    ...{ PasswordLength: 44, ExcludeCharacters: '', IncludeSpace: false, RequireEachIncludedType: true },
    ...{ ExcludeLowercase: false, ExcludeUppercase: false, ExcludeNumbers: false, ExcludePunctuation: true },
  };

  it('makes alphanumerics that are valid base64', () => {
    const value = generate(recipe);
    expect(value).toMatch(/^[a-zA-Z0-9]{44}$/);
    expect(Buffer.from(value, 'base64')).toHaveLength(33);
    expect(generate(recipe)).not.toBe(value);
  });

  it('leaves out what is excluded, and has every kind that is left', () => {
    const value = generate({
      ...recipe,
      PasswordLength: 3,
      ExcludeCharacters: 'abc',
      ExcludePunctuation: true,
    });
    expect(value).toMatch(/(?=.*[d-z])(?=.*[A-Z])(?=.*\d)/);
  });
});

describe('fits', () => {
  const event = { 'detail-type': 'fi.kuultu.service.ended.v1', source: 'cis', detail: { stage: 'x' } };

  it('compares values, prefixes and nested keys', () => {
    expect(fits({ 'detail-type': [{ prefix: 'fi.kuultu.' }] }, event)).toBe(true);
    expect(fits({ 'detail-type': [{ prefix: 'fi.other.' }] }, event)).toBe(false);
    expect(fits({ source: ['cis', 'other'], detail: { stage: ['x'] } }, event)).toBe(true);
    expect(fits({ account: ['1'] }, event)).toBe(false);
  });

  it('throws on a comparison that it does not know', () => {
    expect(() => fits({ source: [{ 'anything-but': 'cis' }] }, event)).toThrow('anything-but');
  });
});

describe('createClock', () => {
  it('is live until it is pinned, and again after', () => {
    const clock = createClock();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
    clock.pin(12);
    expect([clock.now(), clock.pinned()]).toEqual([12, true]);
    clock.unpin();
    expect(clock.pinned()).toBe(false);
  });

  it('reads times with an offset only', () => {
    expect(parseInstant('2026-03-02T10:15:00+02:00')).toBe(Date.UTC(2026, 2, 2, 8, 15));
    expect(parseInstant('2026-03-02T10:15')).toBeUndefined();
    expect(parseInstant('2026-13-02T10:15:00Z')).toBeUndefined();
    expect(parseInstant(12)).toBeUndefined();
  });
});

describe('createFaults', () => {
  it('strikes the n-th matching call of one caller, once', () => {
    const faults = createFaults();
    const fault = faults.failOnce({
      caller: 'mix-responses',
      action: 'dynamodb:PutItem',
      when: 'after',
      nth: 2,
    });
    const put = (caller: string) => faults.next(caller, 'dynamodb', 'PutItem');
    expect([
      put('mix-responses'),
      put('publish-report'),
      faults.next('mix-responses', 'kms', 'Decrypt'),
    ]).toEqual([...[undefined, undefined, undefined]]);
    expect(fault.struck()).toBe(false);
    expect(put('mix-responses')).toMatchObject({ when: 'after' });
    expect(put('mix-responses')).toBeUndefined();
    expect([fault.struck(), fault.seen()]).toEqual([true, 2]);
  });
});
