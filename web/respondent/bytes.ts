/** Bytes of their own buffer, as WebCrypto takes them. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The number that big-endian bytes stand for. @throws SyntaxError where there are none */
export const integerOf = (bytes: Bytes): bigint =>
  BigInt('0x' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));

/** A number as big-endian bytes. @param length has room for it */
export function bytesOfInteger(value: bigint, length: number): Bytes {
  const digits = value.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, at) => parseInt(digits.slice(2 * at, 2 * at + 2), 16));
}

/** Base64url without padding. */
export const textOf = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

/** The bytes behind base64url; none where the text is not that. */
export function bytesOf(text: string): Bytes {
  // What is too short by one character, and every other alphabet, would make the decoder throw, or guess.
  if (!/^(?:[\w-]{4})*(?:[\w-]{2,3})?$/.test(text)) return new Uint8Array(0);
  const decoded = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
