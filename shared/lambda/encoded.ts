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
    });

function isEncoded(text: string, bytes: number | undefined): boolean {
  const decoded = Buffer.from(text, 'base64url');
  return (bytes === undefined || decoded.length === bytes) && decoded.toString('base64url') === text;
}
