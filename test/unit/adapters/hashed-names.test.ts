/** Names that stand for something else: equal things share one, things that differ anywhere do not, and none can be made without the key. */
import { describe, expect, it } from 'vitest';
import { contextName } from '../../../shared/adapters/crypto/contexts.ts';
import { referenceHash } from '../../../shared/adapters/crypto/references.ts';
import type { Context } from '../../../shared/domain/context.ts';
import { context } from '../../support/answers.ts';

const key = 'the key of this test';

describe("a context's name", () => {
  const name = contextName(key, context());

  it('is 12 characters long, the same for all in that context', () => {
    expect(name).toMatch(/^[\w-]{12}$/);
    expect(contextName(key, context())).toBe(name);
  });

  it('does not depend on the order of fields', () => {
    const reversed = Object.fromEntries(Object.entries(context()).toReversed()) as Context;
    expect(contextName(key, reversed)).toBe(name);
  });

  it.each<Partial<Context>>([
    { questionSet: 'family' },
    { questionSetVersion: 2 },
    { unit: '1.2.246.10.12345678.10.8' },
    { stage: 'service.ended' },
    { role: 'guardian' },
    { ageBand: '13-17' },
    { language: 'sv' },
    { voluntary: false },
    { voluntary: null },
    { serviceTask: '15' },
    { serviceTask: null },
    { socialService: null },
    { provision: 'purchased' },
    { provision: null },
    { serviceTask: '31', socialService: '10' },
  ])('is another one with %o', (change) => {
    expect(contextName(key, context(change))).not.toBe(name);
  });

  it('needs the key', () => {
    expect(contextName('another key', context())).not.toBe(name);
  });
});

describe("a reference's hash", () => {
  const hash = referenceHash(key);

  it('is the same for the same reference, 128 bits long, and does not show it', () => {
    expect(hash('contact', 'p-1')).toBe(referenceHash(key)('contact', 'p-1'));
    expect(hash('contact', 'p-1')).toMatch(/^[\w-]{22}$/);
    expect(hash('contact', 'p-1')).not.toContain('p-1');
  });

  it('differs by kind, by reference and by key', () => {
    const others = [
      hash('case', 'p-1'),
      hash('contact', 'p-2'),
      referenceHash('another key')('contact', 'p-1'),
    ];
    expect(others).not.toContain(hash('contact', 'p-1'));
    expect(new Set(others).size).toBe(3);
  });

  it('does not mistake where one part ends and the next begins', () => {
    const split = [
      hash('event', 'a', 'bc'),
      hash('event', 'ab', 'c'),
      hash('event', 'abc'),
      hash('event', 'a","bc'),
    ];
    expect(new Set(split).size).toBe(4);
  });
});
