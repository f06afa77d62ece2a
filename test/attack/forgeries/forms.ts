import { randomBytes } from 'node:crypto';
import type { OpenForm } from '../../support/question-forms.ts';
import { noTexts, otherSpellings, type Forgery } from './forgery.ts';

/** Forms that must not be taken, made from one that would be. @param web scheme and host, which the form names too */
export function forgedForms({ action, hidden }: OpenForm, web: string): Forgery[] {
  const path = action.slice(web.length);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = (name: string, fields: Readonly<Record<string, string>>, to = path): Forgery => {
    const body = new URLSearchParams({ heard: '5', ...fields }).toString();
    return { name: `the form: ${name}`, path: to, headers, body };
  };
  const { ticket = '', context = '', nonce = '' } = hidden;
  const wrong = (field: string, values: Readonly<Record<string, unknown>>): Forgery[] =>
    Object.entries(values).map(([name, value]) =>
      form(`${field} is ${name}`, {
        ...hidden,
        [field]: typeof value === 'string' ? value : JSON.stringify(value),
      }),
    );
  return [
    ...['ticket', 'context', 'nonce'].flatMap((field) => wrong(field, noTexts)),
    // A context has no other spelling, and another one is a matter for the mix.
    ...wrong('ticket', otherSpellings(ticket)),
    ...wrong('nonce', otherSpellings(nonce)),
    form('nothing hidden', {}),
    form('a random ticket', { ...hidden, ticket: randomBytes(16).toString('base64url') }),
    form('ticket and context swapped', { ticket: context, context: ticket, nonce }),
    form('of another survey', hidden, path.replace(/\/s\/[^/]+/, '/s/unknown.1')),
    form('of another version', hidden, path.replace(/\.\d+\/answers$/, '.99/answers')),
    form('nothing but zeros', { ...hidden, heard: '0' }),
    {
      ...form('as JSON', hidden),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(hidden),
    },
    {
      ...form('far too large', hidden),
      body: `${new URLSearchParams(hidden).toString()}&heard=${'5'.repeat(40_000)}`,
    },
  ];
}
