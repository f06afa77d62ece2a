import { createHash, type KeyObject } from 'node:crypto';
import * as z from 'zod';
import type { SealedAnswer } from '../../shared/adapters/pool.ts';
import type { Mixed } from '../../shared/adapters/closed-periods.ts';
import { unseal } from '../../shared/adapters/crypto/seal.ts';
import { quarterOf, type Month, type Quarter } from '../../shared/domain/calendar/month.ts';
import { mixComments, type Written } from '../../shared/domain/comments/comment-strata.ts';
import { mask } from '../../shared/domain/comments/mask.ts';
import type { Context } from '../../shared/domain/context.ts';
import { answersTo, type Answers } from '../../shared/domain/questions/answers.ts';
import { commentIn, commentItem, type Comment } from '../../shared/domain/questions/comment.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { Tallying } from '../../shared/domain/tallies/tallying.ts';
import type { Places } from './places.ts';

const contents = z.object({ context: z.string(), answers: z.record(z.string(), z.unknown()) });

/**
 * Unseals answers one at a time and forgets each at once: counts and sums stay, and the comments. These, and a hash of each
 * envelope, are all that grows with the number of answers.
 */
export class Counting {
  readonly #privateKeys: ReadonlyMap<Quarter, KeyObject>;
  readonly #places: Places;
  readonly #tallying = new Tallying();
  readonly #comments: Written[] = [];
  /** Hashes of the envelopes that were met. */
  readonly #met = new Set<string>();
  #taken = 0;
  #spoiled = 0;
  #misplaced = 0;

  /** @param privateKeys the mix's, of every quarter whose answers will come */
  constructor(privateKeys: ReadonlyMap<Quarter, KeyObject>, places: Places) {
    this.#privateKeys = privateKeys;
    this.#places = places;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Envelopes that could not be opened, were copies, or held nothing that belongs to a form. Nobody is told which. */
  get spoiled(): number {
    return this.#spoiled;
  }

  /** How many of the spoiled ones were opened, and named a context that is none of ours. */
  get misplaced(): number {
    return this.#misplaced;
  }

  /** @throws where a form is gone that people were asked with, or a quarter's key was not handed in */
  take({ month, sealed }: SealedAnswer): void {
    const privateKey = this.#privateKeys.get(quarterOf(month));
    if (privateKey === undefined) throw new Error('an answer came for whose quarter there is no key');
    const opened = this.#isCopy(sealed) ? undefined : open(sealed, privateKey);
    const context = opened && this.#places.contexts.get(opened.context);
    if (opened !== undefined && context === undefined) this.#misplaced += 1;
    const filled = opened && context && filledIn(opened, context, this.#places.formOf);
    if (filled === undefined) {
      this.#spoiled += 1;
      return;
    }
    this.#count(filled, month);
  }

  #count({ context, questionSet, answers, comment }: Filled, month: Month): void {
    const place = this.#places.placeOf(context.unit);
    this.#tallying.count({ context, place, month }, questionSet, answers);
    // Whatever names somebody is gone before anything is stored.
    if (comment.kind === 'written') this.#comments.push({ region: place.region, text: mask(comment.text) });
    this.#taken += 1;
  }

  /**
   * Whoever can read the pool and has ballots of their own could cast somebody's envelope again, many times, and see in
   * the counts what had been in it. No browser makes the same envelope twice, and nobody can change one and have it open.
   */
  #isCopy(sealed: Uint8Array): boolean {
    const hash = createHash('sha256').update(sealed).digest('base64');
    const isCopy = this.#met.has(hash);
    this.#met.add(hash);
    return isCopy;
  }

  /** @param drawBelow shuffles the comments: a whole number from 0 to below its argument that nobody can foresee */
  mixed(drawBelow: (bound: number) => number): Mixed {
    const comments = mixComments(this.#comments, drawBelow);
    return { ...this.#tallying.storable(), structure: this.#places.structure, comments };
  }
}

type Contents = z.infer<typeof contents>;

/** @returns undefined where an envelope can't be opened or read; an error would name what was in it */
function open(sealed: Uint8Array, privateKey: KeyObject): Contents | undefined {
  try {
    return contents.parse(JSON.parse(unseal(privateKey, sealed)));
  } catch {
    return undefined;
  }
}

/** A form as somebody has filled it in. */
type Filled = {
  readonly context: Context;
  readonly questionSet: QuestionSet;
  readonly answers: Answers;
  readonly comment: Comment;
};

/**
 * @returns undefined where nothing belongs to the context's form
 * @throws where that form is gone
 */
function filledIn(opened: Contents, context: Context, formOf: Places['formOf']): Filled | undefined {
  const questionSet = formOf(context.questionSet, context.questionSetVersion);
  if (questionSet === undefined) throw new Error('a form that people were asked with is gone');
  const answers = answersTo(questionSet, opened.answers);
  const comment: Comment = questionSet.comment ? commentIn(opened.answers[commentItem]) : { kind: 'none' };
  const isEmpty = Object.keys(answers).length === 0 && comment.kind !== 'written';
  return isEmpty ? undefined : { context, questionSet, answers, comment };
}
