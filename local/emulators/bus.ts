import { randomUUID } from 'node:crypto';
import type { Backend } from '../wire/backend.ts';
import { answerWith, ServiceError } from '../wire/backend.ts';

export type BusRule = {
  busName: string;
  pattern: Record<string, unknown>;
  targets: { inputPath: string | undefined; send: (body: string) => Promise<void> }[];
};

export type BusOptions = {
  rules: BusRule[];
  busNames: ReadonlySet<string>;
  region: string;
  now: () => number;
};

type Entry = Record<string, unknown>;

/** What goes onto a bus; its detail is any JSON. */
export type BusEvent = {
  source: string;
  detailType: string;
  resources: readonly string[];
  detail: unknown;
};

export type Bus = {
  /** Answers callers of the service. */
  backend: Backend;
  /** Puts an event on a bus as a service of AWS does. Returns the event's id once its targets have it. */
  publish: (busName: string, event: BusEvent) => Promise<string>;
};

/** The bus that every account has. */
export const defaultBus = 'default';

/** EventBridge: takes events and hands each to the targets of every rule that it fits. */
export const createBus = ({ rules, busNames, region, now }: BusOptions): Bus => {
  const publish = async (busName: string, given: BusEvent): Promise<string> => {
    const event = eventOf(given, region, now());
    for (const rule of rules) {
      if (rule.busName !== busName || !fits(rule.pattern, event)) continue;
      for (const { inputPath, send } of rule.targets) await send(JSON.stringify(selected(event, inputPath)));
    }
    return event.id;
  };

  const put = async (entry: Entry): Promise<Entry> => {
    const busName = (textOf(entry['EventBusName']) || defaultBus).replace(/^arn:.*event-bus\//, '');
    // The service loses what it is told to put on a bus that is not there; here that is worth an error.
    if (busName !== defaultBus && !busNames.has(busName))
      return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `No bus ${busName}` };
    const source = textOf(entry['Source']);
    if (source.startsWith('aws.')) {
      const ErrorMessage = 'Not authorized for the source.';
      return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage };
    }
    const detail = parsed(textOf(entry['Detail']));
    if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    const resources = (entry['Resources'] ?? []) as string[];
    const detailType = textOf(entry['DetailType']);
    return { EventId: await publish(busName, { source, detailType, resources, detail }) };
  };

  const backend = answerWith(async (operation, parameters) => {
    if (operation !== 'PutEvents') throw new ServiceError('UnknownOperationException', operation);
    const results: Entry[] = [];
    for (const entry of (parameters['Entries'] ?? []) as Entry[]) results.push(await put(entry));
    return { Entries: results, FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length };
  });
  return { backend, publish };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const eventOf = ({ source, detailType, resources, detail }: BusEvent, region: string, now: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': detailType,
  source,
  account: '000000000000',
  time: new Date(now).toISOString().replace(/\.\d+/, ''),
  region,
  resources,
  detail,
});

/**
 * Whether an event fits a rule's pattern: every key has to be there with one of the listed values or prefixes.
 *
 * @throws for a kind of comparison that is not understood
 */
export const fits = (pattern: Record<string, unknown>, event: Entry): boolean =>
  Object.entries(pattern).every(([key, wanted]) => {
    const actual = event[key];
    if (Array.isArray(wanted))
      return [actual].flat().some((value) => wanted.some((one) => matches(one, value)));
    if (typeof actual !== 'object' || actual === null) return false;
    return fits(wanted as Record<string, unknown>, actual as Entry);
  });

const matches = (wanted: unknown, value: unknown): boolean => {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value;
  const [comparison, ...others] = Object.entries(wanted);
  if (comparison?.[0] !== 'prefix' || others.length > 0 || typeof comparison[1] !== 'string') {
    throw new Error(`The local runner does not understand the event pattern ${JSON.stringify(wanted)}`);
  }
  return typeof value === 'string' && value.startsWith(comparison[1]);
};

/** What a path such as `$.detail` selects. */
const selected = (event: Entry, inputPath: string | undefined): unknown => {
  const steps = (inputPath ?? '$').split('.').slice(1);
  return steps.reduce<unknown>((value, step) => (value as Entry | undefined)?.[step], event);
};
