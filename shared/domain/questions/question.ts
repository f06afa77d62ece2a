import type { Text } from '../vocabulary.ts';

/** How a question is answered. All scales are whole numbers, lowest first. */
export type Scale = {
  readonly kind: 'agreement' | 'faces' | 'wellbeing' | 'recommendation';
  readonly from: number;
  readonly to: number;
};

/** Five steps from fully disagree (1) to fully agree (5). */
export const agreement: Scale = { kind: 'agreement', from: 1, to: 5 };
/** Five faces of happiness, all friendly, from 1 to 5: for children. */
export const faces: Scale = { kind: 'faces', from: 1, to: 5 };
export const wellbeing: Scale = { kind: 'wellbeing', from: 1, to: 10 };
/** How likely one would recommend, 0 to 10. */
export const recommendation: Scale = { kind: 'recommendation', from: 0, to: 10 };

export type Question = {
  readonly key: string;
  readonly scale: Scale;
  readonly text: Text;
};

/** A form: an ordered handful of questions under one title. A change of it is a new version. */
export type QuestionSet = {
  readonly id: string;
  readonly version: number;
  readonly questions: readonly Question[];
  /** Whether it ends with a field for one's own words. */
  readonly comment: boolean;
};
