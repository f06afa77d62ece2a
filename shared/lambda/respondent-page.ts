import * as z from 'zod';
import { formLanguages, languages, type FormLanguage, type Language } from '../domain/vocabulary.ts';
import { pageStyle } from '../domain/respondent/page-assets.ts';
import { compressed, pageHeaders } from './html-page.ts';
import { bodyOf, mediaType, type HttpAnswer, type HttpRequest } from './http-function.ts';
import { Problem } from './problem.ts';

/** A page for one person at one moment: never cached, since it may carry an invitation. */
export const page = (request: HttpRequest, statusCode: number, html: string): HttpAnswer =>
  compressed(
    request,
    { statusCode, headers: { ...pageHeaders({ style: pageStyle }), 'cache-control': 'no-store' } },
    html,
  );

/** A page that is the same for everyone. @param script the one that stands in it, if any */
export const cacheablePage = (request: HttpRequest, html: string, script?: string): HttpAnswer =>
  compressed(
    request,
    {
      statusCode: 200,
      headers: { ...pageHeaders({ style: pageStyle, script }), 'cache-control': 'public, max-age=300' },
    },
    html,
  );

/** What a path to a form names. */
export const surveyPathSchema = z.object({
  language: z.enum(formLanguages),
  survey: z.string().regex(/^[a-z][a-z0-9-]{0,40}\.\d{1,4}$/),
});

/**
 * The form and the version that a path names, such as `meeting` and 1.
 *
 * @returns undefined where it can name none
 */
export function surveyIn({ pathParameters }: HttpRequest): { id: string; version: number } | undefined {
  const parsed = surveyPathSchema.shape.survey.safeParse(pathParameters?.['survey']);
  if (!parsed.success) return undefined;
  const [id = '', version = ''] = parsed.data.split('.');
  return { id, version: Number(version) };
}

/** What a path to any other page for people who are asked names. */
export const languagePathSchema = z.object({ language: z.enum(formLanguages) });

/** What a path to what was heard names: figures come in the languages of releases. */
export const digestLanguagePathSchema = z.object({ language: z.enum(languages) });

/** The language that a path names. @throws Problem 404 where there is no page in it */
export function pageLanguage({ pathParameters }: HttpRequest): FormLanguage {
  const parsed = languagePathSchema.safeParse(pathParameters);
  if (!parsed.success) throw new Problem(404, 'There is no such page.');
  return parsed.data.language;
}

/** The language that a path to what was heard names. @throws Problem 404 where there is no page in it */
export function digestLanguage({ pathParameters }: HttpRequest): Language {
  const parsed = digestLanguagePathSchema.safeParse(pathParameters);
  if (!parsed.success) throw new Problem(404, 'There is no such page.');
  return parsed.data.language;
}

/** Sends a browser on to a page that it may load again and again, where what it has posted was taken. */
export const seeOther = (location: string): HttpAnswer => ({
  statusCode: 303,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
});

/** More than any form of ours can fill that has no room for a text. */
const formBytesMost = 32 * 1024;

/**
 * A form with a text in it, which an old browser lets grow without end: a hundred thousand characters of any kind, of at
 * most twelve bytes each, come back to be shortened. The gateway hands a form over in base64, and Lambda takes 6 MB.
 */
export const textFormBytesMost = 2 * 1024 * 1024;

/** @throws Problem 413 where a body is larger than the form can be */
export function demandFormSize(body: Buffer, bytesMost = formBytesMost): void {
  if (body.length > bytesMost) throw new Problem(413, 'The form is too large.');
}

/** The fields of a form that was posted. @throws Problem 413 where it is larger than it can be */
export function formOf(request: HttpRequest, bytesMost = formBytesMost): URLSearchParams {
  const body = bodyOf(request);
  demandFormSize(body, bytesMost);
  return new URLSearchParams(body.toString());
}

/**
 * The fields of a form that a browser has posted.
 *
 * @throws Problem 415 where it is of a type that no form of ours has, 413 where it is larger than it can be
 */
export function browserFormOf(request: HttpRequest, bytesMost?: number): URLSearchParams {
  if (!['', 'application/x-www-form-urlencoded'].includes(mediaType(request)))
    throw new Problem(415, 'The form has to be application/x-www-form-urlencoded.');
  return formOf(request, bytesMost);
}
