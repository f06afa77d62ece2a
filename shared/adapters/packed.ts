import { gunzipSync, gzipSync } from 'node:zlib';

/** A value as it is stored: compressed, since an item holds 400 kB and costs by the kilobyte. */
export const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value));

/** A stored value, still to be parsed. */
export const unpacked = (document: Uint8Array): unknown => JSON.parse(gunzipSync(document).toString());
