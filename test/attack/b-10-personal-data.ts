import { mask } from '../../shared/domain/comments/mask.ts';
import { isLeft, seededComments } from '../support/seeded-comments.ts';
import { attackOnFigures, type Outcome } from './attack.ts';

/*
 * Comments in three languages with names, identity codes, phone numbers and so on in them, in all spellings in use and in
 * some that are not. What a program leaves of them is what the person finds who reads each comment afterwards.
 */
type View = {
  readonly comments: number;
  /** What becomes of a comment before anybody reads it. */
  readonly masked: (text: string) => string;
};

/** How much may be left before a person's review. */
const leftMost = { structured: 0.01, name: 0.1 };

function attempt({ comments, masked }: View): Outcome {
  const pieces = seededComments('B-10', comments).flatMap((comment) => {
    const text = masked(comment.text);
    return comment.pieces.map((piece) => ({ kind: piece.kind, isLeft: isLeft(piece, text) }));
  });
  const kinds = [...Map.groupBy(pieces, ({ kind }) => kind)];
  return {
    tries: kinds.map(([kind, all]) => ({
      name: `${kind} still there`,
      success: all.filter((piece) => piece.isLeft).length / all.length,
      chance: 0,
      limit: kind === 'name' ? leftMost.name : leftMost.structured,
    })),
    remarks: [`${pieces.length} pieces of personal data stood in ${comments} comments`],
  };
}

const reading =
  (masked: View['masked']) =>
  (size: string): View => ({ comments: size === 'quick' ? 3000 : 20_000, masked });

/** The separators in use until 2023, mobile numbers in one piece, plain addresses: what is found on a first search. */
const simply = (text: string): string =>
  text
    .replace(/\b\d{6}[-+A]\d{3}[0-9A-Z]\b/g, '[identity code]')
    .replace(/(?:\+358|\b0)\d{6,10}\b/g, '[phone]')
    .replace(/\S+@\S+\.\w+/g, '[e-mail]');

export const personalData = attackOnFigures<View>({
  id: 'B-10',
  adversary: 'reads comments as they are before a person has reviewed them',
  tries: 'to find personal data that people wrote into them',
  view: reading(mask),
  attempt,
  weakened: [
    { name: 'nothing is masked (weaker function)', view: reading((text) => text) },
    { name: 'by three simple patterns, and no names (weaker function)', view: reading(simply) },
  ],
});
