import type { Organisation } from '../domain/respondent/organisation.ts';
import { problemPage } from '../domain/respondent/problem-page.ts';
import type { ProblemKind } from '../domain/respondent/problem-texts/wording.ts';
import { httpFunction, type HttpAnswer, type HttpRequest } from './http-function.ts';
import { languagePathSchema, page } from './respondent-page.ts';

/** Whose pages they are, and who may see them. */
type Pages = { readonly organisation: Organisation; readonly isDiscreet?: boolean };

/**
 * The shell of a function whose answers people see: what it refuses, and what fails in it, is told on a page, in the
 * language of the path. Nothing of what was sent stands there.
 */
export const respondentFunction = (pages: Pages, handle: (request: HttpRequest) => Promise<HttpAnswer>) =>
  httpFunction(handle, ({ status }, request) =>
    tellPerson(request, status, kinds[status] ?? 'failed', pages),
  );

const kinds: Readonly<Record<number, ProblemKind>> = {
  404: 'missing',
  413: 'too-large',
  415: 'incomplete',
};

/** The page that tells somebody why they do not see what they came for. */
export function tellPerson(
  request: HttpRequest,
  status: number,
  kind: ProblemKind,
  pages: Pages,
): HttpAnswer {
  const path = languagePathSchema.safeParse(request.pathParameters);
  const language = path.success ? path.data.language : undefined;
  return page(request, status, problemPage(kind, { ...pages, language }));
}
