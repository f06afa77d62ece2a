import { createHash } from 'node:crypto';
import type { ReferenceKind } from '../../shared/adapters/crypto/references.ts';

/** Something invented, by its number, with a hash as long and as mixed as a keyed one. */
export const hashOf = (kind: ReferenceKind, number: number): string =>
  createHash('sha256').update(`${kind} ${number}`).digest().subarray(0, 16).toString('base64url');
