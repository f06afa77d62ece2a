import * as z from 'zod';
import { decimalMarks } from '../domain/releases/exports/csv.ts';
import { formats } from '../domain/releases/exports/written.ts';
import { releaseIdSchema, releasePeriodSchema } from '../domain/releases/release.ts';
import { languages } from '../domain/vocabulary.ts';

export const releaseListSchema = z.object({
  releases: z
    .array(
      z.object({
        table: releaseIdSchema,
        period: releasePeriodSchema,
        revision: z
          .int()
          .min(1)
          .describe('1, or one more for every correction. Earlier ones can still be had.'),
        releasedOn: z.iso.date(),
        href: z.string(),
      }),
    )
    .describe('The latest revision of each release, the earliest period first.'),
});

/** The path of a release. A period may end like a file, which then says in which form it is wanted. */
export const releasePathSchema = z.object({
  table: releaseIdSchema,
  period: z
    .string()
    .regex(/^[^.]+(\.[a-z-]+)?$/)
    .transform((name) => name.split('.'))
    .pipe(z.tuple([releasePeriodSchema], z.enum(formats)))
    .describe(
      'A quarter such as `2026-Q1` or a month such as `2026-03`; perhaps with `.csv`, `.json-stat`, `.px` or `.json`.',
    ),
});

export const releaseQuerySchema = z.object({
  language: z
    .enum(languages)
    .optional()
    .describe('Of texts in CSV and JSON-stat, and of the file in PX, which has all; Finnish unless said.'),
  decimal: z
    .enum(decimalMarks)
    .optional()
    .describe('In CSV: a comma where `language` says Finnish or Swedish, a point otherwise.'),
  revision: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'expected a revision such as 1')
    .transform(Number)
    .optional()
    .describe('The latest unless said.'),
});
