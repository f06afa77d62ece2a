/** Links and typed codes: what a mail carries comes back byte for byte, however it is typed or pasted. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contextBytes,
  readCode,
  surveyLink,
  surveyName,
  ticketBytes,
  typedCode,
  type Invitation,
} from '../../../shared/domain/respondent/link.ts';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const invitations = fc
  .tuple(
    fc.uint8Array({ minLength: ticketBytes, maxLength: ticketBytes }),
    fc.uint8Array({ minLength: contextBytes, maxLength: contextBytes }),
  )
  .map(([ticket, context]): Invitation => ({ ticket: base64url(ticket), context: base64url(context) }));

const expectEach = (check: (invitation: Invitation) => void): void => {
  fc.assert(fc.property(invitations, check));
};

const example: Invitation = {
  ticket: base64url(Uint8Array.from({ length: ticketBytes }, (_, i) => i * 7)),
  context: base64url(Uint8Array.from({ length: contextBytes }, (_, i) => 255 - i)),
};

describe('a typed code', () => {
  it('has ten groups of four, 49 characters in all, and no letter that looks like a digit', () => {
    expectEach((invitation) => {
      expect(typedCode(invitation)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){9}$/);
      expect(typedCode(invitation)).toHaveLength(49);
    });
  });

  it.each<[string, (code: string) => string]>([
    ['as it is printed', (code) => code],
    ['in lower case', (code) => code.toLowerCase()],
    ['without groups', (code) => code.replaceAll('-', '')],
    ['with spaces, breaks and blanks around it', (code) => `  ${code.replaceAll('-', ' \n')}\t`],
    ['with the dashes of a word processor', (code) => code.replaceAll('-', '–')],
    ['with O for 0', (code) => code.replaceAll('0', 'O')],
    ['with I for 1', (code) => code.replaceAll('1', 'I')],
    ['with a small l for 1', (code) => code.toLowerCase().replaceAll('1', 'l')],
  ])('is read %s', (_, typed) => {
    expectEach((invitation) => {
      expect(readCode(typed(typedCode(invitation)))).toEqual(invitation);
    });
  });

  it.each([
    ['a character is missing', typedCode(example).slice(0, -1)],
    ['there is one too many', `${typedCode(example)}0`],
    ['a character is not of the alphabet', typedCode(example).replace(/^./, 'U')],
    ['there is nothing', ''],
    ['it is half a pair', `${typedCode(example).slice(0, -2)}😀`],
  ])('is none where %s', (_, typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});

describe('a link', () => {
  const link = (invitation: Invitation) =>
    surveyLink('https://example.org', 'sv', surveyName('meeting', 1), invitation);

  it('holds the invitation in its fragment, and nothing of it before', () => {
    expect(link(example)).toBe(`https://example.org/sv/s/meeting.1#${example.ticket}.${example.context}`);
    expect(new URL(link(example)).pathname).toBe('/sv/s/meeting.1');
  });

  it('that is pasted instead of the code is read, as is its fragment alone', () => {
    expectEach((invitation) => {
      expect(readCode(`  ${link(invitation)}\n`)).toEqual(invitation);
      expect(readCode(`${invitation.ticket}.${invitation.context}`)).toEqual(invitation);
    });
  });

  it.each([
    ['cut short', link(example).slice(0, -1)],
    ['without its fragment', 'https://example.org/sv/s/meeting.1'],
    ['with something behind it', `${link(example)}.x`],
  ])('is none %s', (_, typed) => {
    expect(readCode(typed)).toBeUndefined();
  });
});
