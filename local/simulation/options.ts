import { parseArgs } from 'node:util';
import { dateOf, dayOf } from './client-information-system/calendar.ts';
import { readEndpoints } from './endpoints.ts';

/** The system that events are sent to. */
export type Target = {
  readonly api: string;
  readonly secret: string;
  /** Only a local system has one. */
  readonly control: string | undefined;
};

export type Options = {
  readonly seed: number;
  readonly eventsPerYear: number;
  /** First and last day to send, such as `2026-01-01`. */
  readonly from: string;
  readonly lastDay: string;
  /** Events a second; as fast as they are taken when undefined. */
  readonly rate: number | undefined;
  readonly moveClock: boolean;
};

export const usage = `Sends the events of an invented client information system to a running Kuultu.

Usage: npm run simulate-cis -- [options]

  --seed <number>             the same seed sends the same events              (1)
  --events-per-year <number>  volume of all invented regions together          (100000)
  --from <date>               first day                                        (2026-01-01)
  --to <date>                 last day                                         (2026-03-31)
  --rate <number>             events a second                                  (as fast as they are taken)
  --api <address>             where to send, with --secret                     (the local system that runs)
  --secret <whsec_…>          the webhook's secret
  --move-clock                move the local system's clock along, day by day, and let the system work off each
                              day before the next; the clock is live again at the end
  --help                      this text

Without --move-clock the events lie in the range, and the system's time is its own.
All people, places and cases are invented; addresses end in example.org.`;

/** What is wrong with the command line, in one line for the person who typed it. */
export class UnusableOptions extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableOptions';
  }
}

/** @throws UnusableOptions */
export function readOptions(
  words: readonly string[],
): Options & { help: boolean; api?: string; secret?: string } {
  const values = parse(words);
  const options = {
    seed: wholeNumber('--seed', values.seed),
    eventsPerYear: positive('--events-per-year', values['events-per-year']),
    from: date('--from', values.from),
    lastDay: date('--to', values.to),
    rate: values.rate === undefined ? undefined : positive('--rate', values.rate),
    moveClock: values['move-clock'],
    help: values.help,
    ...(values.api !== undefined && { api: values.api }),
    ...(values.secret !== undefined && { secret: values.secret }),
  };
  if (options.lastDay < options.from) throw new UnusableOptions('--to is before --from');
  return options;
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        seed: { type: 'string', default: '1' },
        'events-per-year': { type: 'string', default: '100000' },
        from: { type: 'string', default: '2026-01-01' },
        to: { type: 'string', default: '2026-03-31' },
        rate: { type: 'string' },
        api: { type: 'string' },
        secret: { type: 'string' },
        'move-clock': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UnusableOptions(error instanceof Error ? error.message : String(error));
  }
}

/**
 * The system that the command line names, or else the one that runs here.
 *
 * @param endpointsFile where a running local system says its addresses
 * @throws UnusableOptions when there is none
 */
export function chooseTarget(
  { api, secret, moveClock }: { api?: string; secret?: string; moveClock: boolean },
  endpointsFile: string,
): Target {
  if (api !== undefined || secret !== undefined) {
    if (api === undefined || secret === undefined)
      throw new UnusableOptions('--api and --secret go together');
    if (!URL.canParse(api)) throw new UnusableOptions(`--api is no address: ${api}`);
    if (moveClock) throw new UnusableOptions('--move-clock is for the local system, which needs no --api');
    return { api, secret, control: undefined };
  }
  const endpoints = readEndpoints(endpointsFile);
  if (endpoints === undefined) {
    throw new UnusableOptions(
      'no local system runs here: start one with npm start, or give --api and --secret',
    );
  }
  return { api: endpoints.api, secret: endpoints.webhookSecret, control: endpoints.control };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new UnusableOptions(`${name} is no whole number: ${text}`);
  return number;
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0)
    throw new UnusableOptions(`${name} is no number above 0: ${text}`);
  return number;
}

function date(name: string, text: string): string {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dateOf(dayOf(text));
  } catch {
    // A day that no calendar has is reported like any other text.
  }
  throw new UnusableOptions(`${name} is no date such as 2026-01-01: ${text}`);
}
