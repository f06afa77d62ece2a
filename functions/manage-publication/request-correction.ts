import type { Change } from '../../shared/adapters/audit.ts';
import { requestCorrection, type Correction } from '../../shared/adapters/corrections.ts';
import { listReleases } from '../../shared/adapters/releases.ts';
import {
  correctionPathSchema,
  publicationBytesMost,
  sentCorrectionSchema,
} from '../../shared/api/publication.ts';
import { findPersonalIdentityCodes } from '../../shared/domain/personal-identity-code.ts';
import { bodyOf, jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/**
 * Asks for a further revision of what was released of a period. The coming night computes it anew, and publishes what has
 * come out otherwise, if it gives nothing away together with all that was released before.
 *
 * @throws Problem 404 where nothing of the period was released, 400, 413
 */
export async function requestCorrectionOf(
  { settings, reports }: { readonly settings: string; readonly reports: string },
  request: HttpRequest,
  change: Change,
): Promise<Correction> {
  const path = correctionPathSchema.safeParse(request.pathParameters);
  const releases = path.success ? await listReleases(reports) : [];
  if (!path.success || !releases.some(({ period }) => period === path.data.period))
    throw new Problem(404, 'Nothing was released of such a quarter.');
  if (bodyOf(request).length > publicationBytesMost) throw new Problem(413, 'The reason is too long.');
  const { reason } = parseInput(sentCorrectionSchema, jsonBody(request));
  if (findPersonalIdentityCodes(reason).length > 0)
    throw new Problem(400, 'The request is not as expected.', [
      {
        pointer: '/reason',
        detail: 'expected no personal identity code: everybody who reads the release sees it',
      },
    ]);
  const correction = { period: path.data.period, reason };
  await requestCorrection({ settings, reports }, correction, change);
  return correction;
}
