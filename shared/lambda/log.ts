/**
 * What a log line may say beside its phrase: identifiers that mean nothing outside our tables, names of our own
 * things, and counts. There is no field for an address, a ticket, a nonce or an answer, so none can be logged.
 */
type LogFields = {
  readonly messageId?: string;
  readonly requestId?: string;
  readonly period?: string;
  readonly table?: string;
  readonly route?: string;
  readonly count?: number;
  readonly refused?: number;
};

type Level = 'INFO' | 'ERROR';

// Lambda reads the level of a line only where the line has a timestamp too.
function write(level: Level, phrase: string, fields: Readonly<Record<string, unknown>>): void {
  process.stdout.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, phrase, ...fields })}\n`,
  );
}

/** @param phrase a stable sentence that an operator can search for */
export const info = (phrase: string, fields: LogFields = {}): void => {
  write('INFO', phrase, fields);
};

/**
 * Logs a fault, once, where it is handled. An error's message may quote what it was about (SES quotes addresses), so
 * only its name and the places in the code are kept.
 */
export function fault(phrase: string, error: unknown, fields: LogFields = {}): void {
  // A line of the message can begin like a place in the code; only a place ends in a line and a column.
  const places =
    error instanceof Error
      ? (error.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
      : [];
  write('ERROR', phrase, {
    ...fields,
    error: error instanceof Error ? error.name : typeof error,
    at: places.slice(0, 8).map((line) => line.trim()),
  });
}
