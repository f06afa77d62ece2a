import { randomUUID } from 'node:crypto';
import { addressOf } from '../wire/operations.ts';

/** A mail that was handed to SES, as far as its events tell of it. */
export type SentMail = {
  messageId: string;
  source: string;
  destination: readonly string[];
  configurationSet: string | undefined;
  /** The sender's own tags, and those that SES adds. */
  tags: Readonly<Record<string, readonly string[]>>;
  headers: readonly { name: string; value: string }[];
  /** Epoch milliseconds. */
  sentAt: number;
};

/** Reads the form of a `SendRawEmail`. @param now epoch milliseconds */
export const readSentMail = (form: URLSearchParams, now: number): SentMail => {
  const source = form.get('Source') ?? '';
  const configurationSet = form.get('ConfigurationSetName') ?? undefined;
  return {
    messageId: `local-${randomUUID()}-000000`,
    source,
    destination: members(form, 'Destinations').map(addressOf),
    configurationSet,
    tags: {
      'ses:operation': ['SendRawEmail'],
      ...(configurationSet !== undefined && { 'ses:configuration-set': [configurationSet] }),
      'ses:from-domain': [addressOf(source).split('@').at(-1) ?? ''],
      ...Object.fromEntries(
        members(form, 'Tags', 'Name').map((name, index) => [
          name,
          [form.get(`Tags.member.${index + 1}.Value`) ?? ''],
        ]),
      ),
    },
    headers: headersOf(Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString()),
    sentAt: now,
  };
};

/** The members of a list in AWS's query protocol, or one field of each. */
const members = (form: URLSearchParams, list: string, field?: string): string[] => {
  const found: string[] = [];
  for (;;) {
    const name = [list, 'member', found.length + 1, field].filter((part) => part !== undefined).join('.');
    const value = form.get(name);
    if (value === null) return found;
    found.push(value);
  }
};

const headersOf = (message: string): { name: string; value: string }[] => {
  const [head = ''] = message.split(/\r?\n\r?\n/, 1);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
  });
};
