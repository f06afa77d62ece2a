import type { Change } from '../../shared/adapters/audit.ts';
import { readForms } from '../../shared/adapters/question-sets.ts';
import { readRules } from '../../shared/adapters/rules.ts';
import { readDraft } from '../../shared/adapters/survey-drafts.ts';
import { beginTrial } from '../../shared/adapters/survey-trials.ts';
import type { surveyTrialSchema } from '../../shared/api/surveys.ts';
import type { Told } from '../../shared/api/told.ts';
import { trialPath } from '../../shared/domain/respondent/trial-page.ts';
import { demandPrecondition, type Precondition } from '../../shared/lambda/precondition.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { checkStored } from './check-stored.ts';

/**
 * Begins the trial of a draft that could be published as it is.
 *
 * @param origin scheme and host of the page
 * @throws Problem 404 without a draft, 409 with what is wrong with it, 412 or 428 for the precondition
 */
export async function tryDraft(
  { settings, origin }: { readonly settings: string; readonly origin: string },
  id: string,
  precondition: Precondition,
  change: Change,
): Promise<Told<typeof surveyTrialSchema>> {
  const [{ catalogue }, stored, rules] = await Promise.all([
    readForms(settings),
    readDraft(settings, id),
    readRules(settings),
  ]);
  if (stored === undefined) throw new Problem(404, 'Nobody has saved a draft of this form.');
  demandPrecondition(precondition, stored.version, 'draft');
  const { faults, warnings } = checkStored(id, stored.draft, { catalogue, rules });
  if (faults.length > 0) throw new Problem(409, 'The draft cannot be tried as it is.', faults);
  const { token, endsAt } = await beginTrial(settings, stored, change);
  return {
    links: {
      fi: origin + trialPath('fi', token),
      sv: origin + trialPath('sv', token),
      en: origin + trialPath('en', token),
      'fi-x-selko': origin + trialPath('fi-x-selko', token),
    },
    until: new Date(endsAt).toISOString(),
    warnings: [...warnings],
  };
}
