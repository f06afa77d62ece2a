/** Personal identity codes are found wherever they stand in a document, and nothing that only resembles one is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalIdentityCodes } from '../../../shared/domain/personal-identity-code.ts';

/** All century signs in use since 2023. */
const separators = Array.from('+-YXWVUABCDEF');

describe('a personal identity code is found', () => {
  it.each(separators)('with the century sign %s, in either case', (separator) => {
    const code = `131052${separator}308T`;
    expect(findPersonalIdentityCodes(code)).toEqual([[]]);
    expect(findPersonalIdentityCodes(code.toLowerCase())).toEqual([[]]);
  });

  it.each(Array.from('0123456789ABCDEFHJKLMNPRSTUVWXY'))('with the check character %s', (check) => {
    expect(findPersonalIdentityCodes(`010190-123${check}`)).toEqual([[]]);
  });

  it.each([
    'Asiakas 131052-308T, Vaasa',
    '131052-308T@example.org',
    'urn:hetu:131052-308T',
    'c_131052-308T_1',
    '311299A999Y',
  ])('inside the text %j', (text) => {
    expect(findPersonalIdentityCodes(text)).toHaveLength(1);
  });

  it('in values, at their paths', () => {
    const document = {
      id: 'e-1',
      data: { caseRef: '131052-308T', recipients: [{ contactRef: 'p-1' }, { contactRef: '010203A4567' }] },
    };
    expect(findPersonalIdentityCodes(document)).toEqual([
      ['data', 'caseRef'],
      ['data', 'recipients', 1, 'contactRef'],
    ]);
  });

  it('in keys, whose parent is named so that the code is not repeated', () => {
    const found = findPersonalIdentityCodes({ data: { contacts: { '131052-308T': { '010190-123A': 1 } } } });
    expect(found).toEqual([['data', 'contacts']]);
  });

  it('under the path that the document itself has', () => {
    expect(findPersonalIdentityCodes({ id: '131052-308T' }, [4])).toEqual([[4, 'id']]);
  });
});

describe('no personal identity code is seen', () => {
  it('in UUIDs', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(findPersonalIdentityCodes(uuid)).toEqual([]);
      }),
    );
    // What comes nearest: a group of digits, a hyphen and four characters, and twelve with a letter in the middle.
    expect(findPersonalIdentityCodes('8c010190-1234-4abc-8abc-0101901a1234')).toEqual([]);
    expect(findPersonalIdentityCodes('10010190-123a-4abc-8abc-010190a1234b')).toEqual([]);
  });

  it.each([
    '1.2.246.10.12345678.10.7',
    'urn:oid:1.2.246.537.6.1506',
    '1.2.246.010190.1234.7',
    '2026-03-02',
    '2026-03-02T10:15:00+02:00',
    '20260302T101500+0200',
    'p1@example.org',
    '010190 1234',
    '310290-123',
    '010190-123AB',
    '1010190-123A',
    '321290-123A',
    '011390-123A',
    '010190-123G',
    '010190G123A',
  ])('in %j', (text) => {
    expect(findPersonalIdentityCodes(text)).toEqual([]);
  });

  it('in numbers, truth values and nothing', () => {
    expect(findPersonalIdentityCodes([131052308, true, null, undefined, {}, []])).toEqual([]);
  });
});
