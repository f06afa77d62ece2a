import type { HoldReason } from '../vocabulary.ts';
import type { Block } from './ledger.ts';

/** What a client document means for asking, beside the stage that its event reports. */
export type DocumentMeaning =
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  | { readonly kind: 'block' | 'lift'; readonly flag: Block['flag'] };

/** Types of client documents (1.2.246.537.6.1506) with a meaning of their own. */
const meanings: ReadonlyMap<string, DocumentMeaning> = new Map([
  ['11023', { kind: 'hold', reason: 'taking-into-care' }],
  ['11025', { kind: 'hold', reason: 'emergency-placement' }],
  ['11027', { kind: 'hold', reason: 'emergency-placement' }],
  ['19008', { kind: 'hold', reason: 'restriction-decision' }],
  ['11028', { kind: 'block', flag: 'whereabouts-withheld' }],
  ['11050', { kind: 'block', flag: 'contact-restricted' }],
  ['11049', { kind: 'lift', flag: 'contact-restricted' }],
]);

/** Within the decisions on restrictions lie others: of placements and after-care, which have stages of their own. */
const firstRestriction = 11009;
const lastRestriction = 11036;
const noRestrictions: ReadonlySet<string> = new Set(['11024', '11026', '11035']);

/** @returns undefined for a document that says nothing about asking */
export function meaningOf(documentType: string): DocumentMeaning | undefined {
  const meaning = meanings.get(documentType);
  if (meaning !== undefined || noRestrictions.has(documentType)) return meaning;
  const code = /^\d{5}$/.test(documentType) ? Number(documentType) : 0;
  return code >= firstRestriction && code <= lastRestriction
    ? { kind: 'hold', reason: 'restriction-decision' }
    : undefined;
}
