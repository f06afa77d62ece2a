import { createHash } from 'node:crypto';

const tagBytes = 3;

/**
 * What stands for a region in a link and on the page behind it: the first 3 bytes of a SHA-256 over its name, in
 * base64url. It is no secret; it is short, and fits a fragment and an identifier in HTML whatever the name holds.
 */
export const regionTag = (region: string): string =>
  createHash('sha256').update(region).digest().subarray(0, tagBytes).toString('base64url');
