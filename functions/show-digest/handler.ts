import { createHash } from 'node:crypto';
import { digestQuerySchema } from '../../shared/api/digests.ts';
import { environment } from '../../shared/contract/environment.ts';
import { digestPage, missingDigestPage } from '../../shared/domain/digest/digest-page.ts';
import { digestStyle } from '../../shared/domain/digest/digest-style.ts';
import { digestPathSchema } from '../../shared/domain/digest/subject.ts';
import type { Language } from '../../shared/domain/vocabulary.ts';
import { tagged } from '../../shared/lambda/conditional.ts';
import { required } from '../../shared/lambda/environment.ts';
import { compressed, pageHeaders } from '../../shared/lambda/html-page.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';
import { digestLanguage } from '../../shared/lambda/respondent-page.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { formatFor } from './format.ts';
import { readDigest } from './read-digest.ts';

const stores = {
  settings: required(environment.settingsTable),
  releases: { table: required(environment.reportsTable), bucket: required(environment.releasesBucket) },
};
const groupsClaim = required(environment.groupsClaim);

/** The route that asks for no token. */
const forAll = 'GET /{language}/digests/{unit}/{period}';

/** Shows the period digest: to staff of every unit and organisation, to everyone of public units. */
export const handler = httpFunction((request) =>
  request.routeKey === forAll ? showToAll(request) : showToStaff(request),
);

async function showToStaff(request: HttpRequest): Promise<HttpAnswer> {
  demandRole(request, groupsClaim, ['admin', 'analyst']);
  const { language } = parseInput(digestQuerySchema, request.queryStringParameters ?? {});
  const format = formatFor(request);
  const path = digestPathSchema.safeParse(request.pathParameters);
  const digest = path.success ? await readDigest(stores, path.data, 'staff') : undefined;
  // A quarter that is not released yet and a unit that never was look the same.
  if (digest === undefined) throw new Problem(404, 'There is no such digest.');
  // What was done may be added to at any time: a copy has to be asked about.
  const caching = { 'cache-control': 'private, no-cache', vary: 'accept, accept-encoding' };
  if (format === 'json') return tagged(request, tagOf(digest), json(200, digest, caching));
  const html = digestPage(digest, language);
  const answer = page(request, 200, html, caching['cache-control']);
  return tagged(request, tagOf(html), { ...answer, headers: { ...answer.headers, ...caching } });
}

async function showToAll(request: HttpRequest): Promise<HttpAnswer> {
  const language = digestLanguage(request);
  const { unit, period } = request.pathParameters ?? {};
  const path = digestPathSchema.safeParse({ kind: 'units', id: unit, period });
  const digest = path.success ? await readDigest(stores, path.data, 'all') : undefined;
  const caching = 'public, max-age=300';
  if (digest === undefined) return page(request, 404, missingDigestPage(language), caching);
  const pathIn = (other: Language): string => `/${other}/digests/${digest.id}/${digest.period}`;
  const html = digestPage(digest, language, pathIn);
  return tagged(request, tagOf(html), page(request, 200, html, caching));
}

const page = (request: HttpRequest, statusCode: number, html: string, caching: string): HttpAnswer =>
  compressed(
    request,
    { statusCode, headers: { ...pageHeaders({ style: digestStyle }), 'cache-control': caching } },
    html,
  );

/** Weak, since it stands for a page in every encoding. */
const tagOf = (content: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
