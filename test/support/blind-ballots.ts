import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { signedBytes } from '../../shared/domain/respondent/link.ts';
import { blind, finalize } from '../../web/respondent/blind-signature.ts';
import { bytesOf, textOf, type Bytes } from '../../web/respondent/bytes.ts';

/** A ballot as a page makes it, before and after its signature. */
export type BlindBallot = {
  /** The message: random prefix and ballot nonce, in base64url. */
  readonly nonce: string;
  /** For the signer, in base64url. */
  readonly blinded: string;
  /** Takes the blinding off. @returns undefined where the key did not sign this */
  readonly finish: (signature: string) => string | undefined;
};

const modulusOf = (key: KeyObject): Bytes => bytesOf(createPublicKey(key).export({ format: 'jwk' }).n ?? '');

/** @param privateKey of the signer, of which only the public half is used */
export async function blindBallot(privateKey: KeyObject): Promise<BlindBallot> {
  const modulus = modulusOf(privateKey);
  const nonce = new Uint8Array(randomBytes(signedBytes));
  const blinding = await blind(modulus, nonce);
  return {
    nonce: textOf(nonce),
    blinded: textOf(blinding.blinded),
    finish: (signature) => {
      const finished = finalize(modulus, blinding, bytesOf(signature));
      return finished && textOf(finished);
    },
  };
}
