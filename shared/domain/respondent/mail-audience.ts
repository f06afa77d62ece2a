import { isWorker, type AgeBand, type Role } from '../vocabulary.ts';

/** Whom a mail speaks to: the same said in words that fit. */
export const mailAudiences = ['child', 'young-person', 'adult', 'worker'] as const;
export type MailAudience = (typeof mailAudiences)[number];

type Reader = { readonly role: Role; readonly ageBand: AgeBand };

/** Somebody who was asked as a child or a young person stays one at 18: in after-care, say. */
export function mailAudienceOf({ role, ageBand }: Reader): MailAudience {
  if (isWorker(role)) return 'worker';
  switch (ageBand) {
    case '0-6':
    case '7-12':
      return 'child';
    case '13-17':
      return 'young-person';
    case '18+':
      return role === 'child' || role === 'young-person' ? 'young-person' : 'adult';
  }
}
