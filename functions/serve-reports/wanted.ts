import { releasePathSchema, releaseQuerySchema } from '../../shared/api/reports.ts';
import { formatsOf, type Format, type Wish } from '../../shared/domain/releases/exports/written.ts';
import type { ReleaseId, ReleasePeriod } from '../../shared/domain/releases/release.ts';
import { mostWanted } from '../../shared/lambda/accepted.ts';
import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** Which release somebody wants, and how. */
export type Wanted = {
  readonly table: ReleaseId;
  readonly period: ReleasePeriod;
  /** The latest where it is undefined. */
  readonly revision: number | undefined;
  readonly wish: Wish;
  /** Whether the format was chosen by what the caller accepts. */
  readonly isNegotiated: boolean;
};

/** The media types by which formats may be asked for; the first is the one that is told. */
export const mediaTypes: Readonly<Record<Format, readonly [string, ...string[]]>> = {
  json: ['application/json'],
  // There is no registered type. These two are in use, beside `application/json`, which is our own form.
  'json-stat': ['application/json-stat+json', 'application/json-stat'],
  csv: ['text/csv'],
  px: ['text/x-pcaxis'],
};

/**
 * What never was looks like what is held back or not out yet: the same answer, whatever is wrong with a name. It comes of
 * the request alone whether this is given before the store was asked, or after.
 */
export const notFound = (): Problem => new Problem(404, 'There is no such release.');

/** @throws Problem 400 naming a parameter that is wrong, 404 where there can be no such release, 406 for another format */
export function wantedOf(request: HttpRequest): Wanted {
  const { language, decimal, revision } = parseInput(releaseQuerySchema, request.queryStringParameters ?? {});
  const path = releasePathSchema.safeParse(request.pathParameters);
  if (!path.success) throw notFound();
  const {
    table,
    period: [period, suffix],
  } = path.data;
  const format = formatFor(table, suffix, request.headers['accept']);
  const isFinnishStyle = language === 'fi' || language === 'sv';
  return {
    ...{ table, period, revision, isNegotiated: suffix === undefined },
    wish: { format, language: language ?? 'fi', mark: decimal ?? (isFinnishStyle ? 'comma' : 'point') },
  };
}

/** A name like a file's is an order; what is accepted is a wish. */
function formatFor(table: ReleaseId, suffix: Format | undefined, accept: string | undefined): Format {
  const offers = formatsOf(table);
  const chosen =
    suffix === undefined
      ? mostWanted(accept, offers, (format) => mediaTypes[format])
      : offers.find((format) => format === suffix);
  if (chosen !== undefined) return chosen;
  throw new Problem(406, `This can be had as ${offers.map((format) => mediaTypes[format][0]).join(', ')}.`);
}
