import { isWorker, type AgeBand, type Role } from './vocabulary.ts';

/** Whom a form speaks to, and the mail that leads to it: the same said in words that fit. */
export const formAudiences = ['child', 'young-person', 'adult', 'worker'] as const;
export type FormAudience = (typeof formAudiences)[number];

type Reader = { readonly role: Role; readonly ageBand: AgeBand };

/** Somebody who was asked as a child or a young person stays one at 18: in after-care, say. */
export function formAudienceOf({ role, ageBand }: Reader): FormAudience {
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
