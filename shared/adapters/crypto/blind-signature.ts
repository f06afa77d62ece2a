import {
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';

/** RFC 9474 with SHA-384 and the salt of RSABSSA-SHA384-PSS-Randomized; another length serves the RFC's own vectors. */
const hash = 'sha384';
const ballotSaltBytes = 48;

const unpadded = { padding: constants.RSA_NO_PADDING };

/**
 * Signs a blinded message (RFC 9474, section 4.3). Whoever signs learns nothing of what is signed, so the one thing to
 * hold to is the form of the number.
 *
 * @param privateKey RSA
 * @param blinded big-endian, exactly as long as the modulus
 * @returns the blind signature, as long as the modulus; undefined where `blinded` has another length, is not below the
 *   modulus, or is 0, 1 or one less than the modulus, whose signatures anybody can write down
 * @throws Error where the signature does not verify, which is a fault of the machine: to hand it out could give away
 *   the key
 */
export function signBlinded(privateKey: KeyObject, blinded: Uint8Array): Buffer | undefined {
  const publicKey = createPublicKey(privateKey);
  const message = Buffer.from(blinded);
  if (!canBeSigned(message, modulusOf(publicKey))) return undefined;
  const signature = privateDecrypt({ key: privateKey, ...unpadded }, message);
  if (!timingSafeEqual(publicEncrypt({ key: publicKey, ...unpadded }, signature), message))
    throw new Error('a blind signature does not verify under its own key');
  return signature;
}

/**
 * Whether a signature over the prepared message (32-byte prefix, then the message) was made with this key:
 * RSASSA-PSS, SHA-384.
 *
 * @param signature counts only where it is exactly as long as the modulus
 * @param saltBytes the salt's exact length
 */
export function isBallotSigned(
  publicKey: KeyObject,
  message: Uint8Array,
  signature: Uint8Array,
  saltBytes = ballotSaltBytes,
): boolean {
  if (signature.length !== modulusOf(publicKey).length) return false;
  const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes };
  return verify(hash, message, key, signature);
}

/** OpenSSL takes a short input without a word, so the length is looked at here. */
function canBeSigned(message: Buffer, modulus: Buffer): boolean {
  if (message.length !== modulus.length) return false;
  const [value, n] = [integerOf(message), integerOf(modulus)];
  return value > 1n && value < n - 1n;
}

const integerOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

function modulusOf(publicKey: KeyObject): Buffer {
  const { n } = publicKey.export({ format: 'jwk' });
  if (n === undefined) throw new TypeError('blind signatures need an RSA key');
  return Buffer.from(n, 'base64url');
}
