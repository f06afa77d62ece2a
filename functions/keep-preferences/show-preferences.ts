import { readContact } from '../../shared/adapters/contact-ledger.ts';
import type { PreferenceReference } from '../../shared/adapters/crypto/preference-links.ts';
import { readRequestCause } from '../../shared/adapters/requests.ts';
import { readRule, readRules } from '../../shared/adapters/rules.ts';
import { nextAskTo } from '../../shared/domain/respondent/next-ask.ts';
import { inForce } from '../../shared/domain/respondent/preference-choice.ts';
import {
  preferencesPage,
  type Cause,
  type PreferencesFacts,
} from '../../shared/domain/respondent/preferences-page.ts';

export type Surroundings = {
  readonly invitations: string;
  readonly settings: string;
  /** Epoch milliseconds. */
  readonly now: number;
};

/** Reads what the page says of one person and request, and writes the page. It changes nothing. */
export async function showPreferences(
  { contactHash, requestId }: PreferenceReference,
  frame: Pick<PreferencesFacts, 'language' | 'organisation' | 'reference' | 'notice'>,
  { invitations, settings, now }: Surroundings,
): Promise<string> {
  const [ledger, rules, cause] = await Promise.all([
    readContact(invitations, contactHash),
    readRules(settings),
    readCause(invitations, settings, requestId),
  ]);
  const preference = inForce(ledger.preference, now);
  // A link works for ever, also for somebody who should learn nothing of what goes on now: of asks it tells the one that
  // it came with. Others only put the next one off, so that what is said stays true.
  const asks = ledger.asks.filter((ask) => ask.requestId === requestId);
  // Where nobody knows any more in which role somebody was asked, families are the rule and workers the exception.
  const person = { preference, asks, role: cause?.role ?? 'parent' };
  return preferencesPage({
    ...frame,
    wishes: { preference, language: ledger.language },
    next: nextAskTo(person, rules, now),
    cause,
  });
}

/** @returns undefined where the request's record is gone */
async function readCause(
  invitations: string,
  settings: string,
  requestId: string,
): Promise<Cause | undefined> {
  const request = await readRequestCause(invitations, requestId);
  if (request === undefined) return undefined;
  const { stage, role } = request.context;
  return { stage, role, rule: await readRule(settings, request.rule.id, request.rule.version) };
}
