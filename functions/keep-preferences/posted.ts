import { preferenceChangeSchema } from '../../shared/api/preference-change.ts';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import { mediaType, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { formOf } from '../../shared/lambda/respondent-page.ts';
import { multipartFields } from '../../shared/lambda/multipart.ts';

/** What was posted to the preferences page. */
export type Posted =
  /** A mail program unsubscribes for its user: RFC 8058. Nobody sees the answer. */
  | { readonly kind: 'one-click' }
  | { readonly kind: 'change'; readonly change: PreferenceChange }
  | { readonly kind: 'nothing' };

/** Reads what a form of the page, or a mail program, has posted. @throws Problem 413 where it is larger than any form */
export function readPosted(request: HttpRequest): Posted {
  const fields = mediaType(request) === 'multipart/form-data' ? multipartFields(request) : formOf(request);
  if (fields.get('List-Unsubscribe') === 'One-Click') return { kind: 'one-click' };
  const change = preferenceChangeSchema.safeParse(Object.fromEntries(fields));
  if (!change.success || Object.keys(change.data).length === 0) return { kind: 'nothing' };
  return { kind: 'change', change: change.data };
}
