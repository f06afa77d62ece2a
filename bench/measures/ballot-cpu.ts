import { generateKeyPairSync } from 'node:crypto';
import { isBallotSigned, signBlinded } from '../../shared/adapters/crypto/blind-signature.ts';
import { blind, finalize } from '../../web/respondent/blind-signature.ts';
import { bytesOf, randomBytes } from '../../web/respondent/bytes.ts';
import { seal } from '../../web/respondent/seal.ts';

/** CPU of the cryptography of one answer, in milliseconds of this machine, and by who does it. */
export type BallotCpu = {
  /** The page: blinds a ballot, takes the blinding off, seals. */
  readonly page: number;
  /** sign-ballots: checks and signs. */
  readonly ballot: number;
  /** take-responses: verifies. */
  readonly response: number;
};

const rounds = 5;
const perRound = 200;

/** The median of several rounds, after one to warm up. */
export async function measureBallotCpu(): Promise<BallotCpu> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const mix = generateKeyPairSync('rsa', { modulusLength: 3072 }).publicKey.export({ format: 'jwk' }).n ?? '';
  const modulus = bytesOf(publicKey.export({ format: 'jwk' }).n ?? '');
  const text = JSON.stringify({ context: 'x'.repeat(12), answers: { heard: 5, recommend: 9 } });

  const round = async (): Promise<BallotCpu> => {
    const messages = Array.from({ length: perRound }, () => randomBytes(64));
    const [blindings, blindMs] = await timed(() => Promise.all(messages.map((each) => blind(modulus, each))));
    const [signed, ballot] = await timed(() =>
      blindings.map(({ blinded }) => signBlinded(privateKey, blinded)),
    );
    const [signatures, finalizeMs] = await timed(() =>
      blindings.map((each, at) => finalize(modulus, each, new Uint8Array(signed[at] ?? []))),
    );
    const [verified, response] = await timed(() =>
      messages.map((each, at) => isBallotSigned(publicKey, each, signatures[at] ?? new Uint8Array())),
    );
    if (verified.includes(false)) throw new Error('a ballot of the benchmark does not verify');
    const [, sealMs] = await timed(() => Promise.all(messages.map(() => seal(mix, text))));
    return { page: blindMs + finalizeMs + sealMs, ballot, response };
  };

  await round();
  const all: BallotCpu[] = [];
  while (all.length < rounds) all.push(await round());
  const median = (of: (one: BallotCpu) => number): number =>
    all.map(of).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return {
    page: median(({ page }) => page),
    ballot: median(({ ballot }) => ballot),
    response: median(({ response }) => response),
  };
}

/** @returns what it gave, and the CPU that it took of this process, for each of a round */
async function timed<Result>(act: () => Result | Promise<Result>): Promise<[Result, number]> {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000 / perRound];
}
