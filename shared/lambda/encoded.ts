import * as z from 'zod';

/**
 * Binary values in base64url without padding, in their one spelling: another spelling of the same bytes would be
 * another value to whoever compares or hashes text.
 *
 * @param bytes how many, exactly; any number when absent
 */
export const encoded = (bytes?: number) =>
  z
    .string()
    .max(8192)
    .refine((text) => isEncoded(text, bytes), {
      error:
        bytes === undefined
          ? 'expected base64url without padding'
          : `expected ${bytes} bytes in base64url without padding`,
    })
    .meta(written(bytes));

/** What JSON Schema can say of it. */
function written(bytes: number | undefined) {
  const length = bytes === undefined ? {} : { minLength: lengthOf(bytes), maxLength: lengthOf(bytes) };
  return { contentEncoding: 'base64url', pattern: '^[A-Za-z0-9_-]*$', ...length };
}

const lengthOf = (bytes: number): number => Math.ceil((bytes * 8) / 6);

function isEncoded(text: string, bytes: number | undefined): boolean {
  const decoded = Buffer.from(text, 'base64url');
  return (bytes === undefined || decoded.length === bytes) && decoded.toString('base64url') === text;
}
