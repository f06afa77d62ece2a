/* Posts that no page of ours makes. */

/** A post that must be refused. */
export type Forgery = {
  readonly name: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

/** Another text for the same bytes, where the last character of base64url has bits that mean nothing. */
function spelledOtherwise(encoded: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(encoded.at(-1) ?? '');
  return `${encoded.slice(0, -1)}${alphabet.charAt(last ^ 1)}`;
}

/** Spellings of the same bytes that are not their one spelling in base64url. */
export const otherSpellings = (encoded: string): Readonly<Record<string, string>> => ({
  ...(encoded.length % 4 !== 0 && { 'spelled otherwise': spelledOtherwise(encoded) }),
  padded: `${encoded}=`,
  'padded twice': `${encoded}==`,
  'with a blank': `${encoded} `,
  'with a line break': `${encoded}\n`,
  'with a zero': `${encoded}\0`,
  'in hexadecimal': Buffer.from(encoded, 'base64url').toString('hex'),
  'with another alphabet': `+/${encoded.slice(2)}`,
});

/** What stands where a text should. */
export const noTexts: Readonly<Record<string, unknown>> = {
  'a null': null,
  'a number': 1,
  'a truth': true,
  'a list': ['a'],
  'an object': { toString: 'a' },
  empty: '',
  'a lone surrogate': '\ud800',
  'a path': '../../etc/passwd',
  prototype: '__proto__',
  huge: 'A'.repeat(9000),
};

/** The same, or nothing at all. */
export const noneOrNoTexts: Readonly<Record<string, unknown>> = { missing: undefined, ...noTexts };

/** The same members, with one of them changed in every given way. */
export const changing = (
  path: string,
  right: Readonly<Record<string, unknown>>,
  member: string,
  values: Readonly<Record<string, unknown>>,
): Forgery[] =>
  Object.entries(values).map(([name, value]) => ({
    name: `${path}: ${member} is ${name}`,
    path,
    body: JSON.stringify({ ...right, [member]: value }),
  }));

/** What is no JSON of ours, or is not said to be, around members that are right. */
export function malformed(path: string, right: Readonly<Record<string, string>>): Forgery[] {
  const whole = JSON.stringify(right);
  const bodies: Readonly<Record<string, Forgery['body']>> = {
    'no body': '',
    'a null': 'null',
    'a list': `[${whole}]`,
    'a text': JSON.stringify(whole),
    'cut off': whole.slice(0, -2),
    'twice in a row': `${whole}${whole}`,
    'with a byte order mark': `\ufeff${whole}`,
    'deep in itself': `${'['.repeat(5000)}${']'.repeat(5000)}`,
    'not in UTF-8': new Uint8Array([0x7b, 0xff, 0xfe, 0x22, 0x7d]),
    'larger than any of ours': JSON.stringify({ ...right, more: 'x'.repeat(20_000) }),
    'a megabyte': JSON.stringify({ ...right, more: 'x'.repeat(1_000_000) }),
    'a form': new URLSearchParams(right).toString(),
  };
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
    '',
  ];
  return [
    ...Object.entries(bodies).map(([name, body]) => ({ name: `${path}: ${name}`, path, body })),
    ...types.map((type) => ({
      name: `${path}: said to be "${type}"`,
      ...{ path, body: whole, headers: { 'content-type': type } },
    })),
    ...['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((method) => ({
      name: `${method} ${path}`,
      ...{ path, method, body: whole },
    })),
    ...[`${path}/`, `${path}/x`, path.toUpperCase(), `/${path}`].map((other) => ({
      name: `to ${other}`,
      ...{ path: other, body: whole },
    })),
  ];
}

/** Posts forgeries, a few at a time. @returns names of those that were taken, and of those that something fell over */
export async function postAll(
  web: string,
  forgeries: readonly Forgery[],
): Promise<{ readonly taken: string[]; readonly fallen: string[] }> {
  const taken: string[] = [];
  const fallen: string[] = [];
  const waiting = forgeries.values();
  const work = async (): Promise<void> => {
    for (const forgery of waiting) {
      const status = await statusOf(web, forgery);
      if (status >= 200 && status < 400) taken.push(forgery.name);
      if (status < 200 || status >= 500) fallen.push(`${forgery.name} (${status})`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return { taken, fallen };
}

/** @returns 0 where no reply came */
async function statusOf(web: string, { path, method = 'POST', headers, body }: Forgery): Promise<number> {
  const type = { 'content-type': 'application/json', ...headers };
  const isBodiless = method === 'GET' || method === 'HEAD';
  try {
    const response = await fetch(`${web}${path}`, {
      method,
      headers: Object.fromEntries(Object.entries(type).filter(([, value]) => value !== '')),
      // As bytes: for a text, fetch would say of itself what it is.
      ...(!isBodiless && { body: typeof body === 'string' ? new TextEncoder().encode(body) : body }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
