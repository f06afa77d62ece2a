import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ContactLedger } from '../domain/decisions/ledger.ts';
import { isSamePreference } from '../domain/decisions/same-preference.ts';
import { wishesAfter, type PreferenceChange, type Wishes } from '../domain/respondent/preference-choice.ts';
import { readContact } from './contact-ledger.ts';
import { putNew, restAfterLosing, toItem, transactUnlessChanged } from './dynamodb.ts';
import { advanceContact } from './ledger-items.ts';
import { recordPlace } from './record-order.ts';
import { recordsExpireOn } from './retention.ts';

/** How often a change is tried anew when deciding or another change of the same person comes in between. */
const triesMost = 12;

/**
 * Saves what a person says about being asked: in their ledger, which deciding and sending look at, and as a record of
 * its own, in one transaction. What changes nothing is not written, so that a repeat leaves no trace.
 *
 * @param now epoch milliseconds
 * @throws where it lost every race; nothing has changed then
 */
export async function savePreference(
  table: string,
  contactHash: string,
  change: PreferenceChange,
  now: number,
): Promise<void> {
  for (let tried = 0; tried < triesMost; tried += 1) {
    const ledger = await readContact(table, contactHash);
    const wishes = wishesAfter(ledger, change, now);
    const isSame = isSamePreference(ledger.preference, wishes.preference);
    if (isSame && ledger.language === wishes.language) return;
    if (
      await transactUnlessChanged(changeItems(table, { contactHash, ledger, wishes, now, disturbs: !isSame }))
    )
      return;
    await restAfterLosing(tried);
  }
  throw new Error('a preference lost every race for its ledger');
}

type Change = {
  readonly contactHash: string;
  /** As it was read. */
  readonly ledger: ContactLedger;
  readonly wishes: Wishes;
  readonly now: number;
  /** Whether requests that are pending have to be looked at again. */
  readonly disturbs: boolean;
};

function changeItems(
  table: string,
  { contactHash, ledger, wishes, now, disturbs }: Change,
): TransactWriteItem[] {
  const sequence = Math.max(now, ledger.sequence + 1);
  const record = {
    pk: `CONTACT#${contactHash}`,
    sk: `PREFERENCE#${new Date(sequence).toISOString()}`,
    kind: 'preference',
    sequence,
    contactHash,
    preference: wishes.preference,
    language: wishes.language,
    ...recordPlace(sequence, contactHash),
    expiresOn: recordsExpireOn(sequence),
  };
  return [
    advanceContact(
      table,
      contactHash,
      { ...ledger, ...wishes, ...(disturbs && { disturbedAt: sequence }) },
      sequence,
    ),
    putNew(table, toItem(record)),
  ];
}
