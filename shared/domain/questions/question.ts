import type { FormAudience } from '../form-audience.ts';
import { staffLanguage, type FormLanguage, type FormText, type Language, type Text } from '../vocabulary.ts';

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

/** A text in the languages that only forms have. */
export type FormOnlyText = Omit<FormText, Language>;

export type Question = {
  readonly key: string;
  readonly scale: Scale;
  /** As staff, releases and forms say it. */
  readonly text: Text;
  /** As forms alone say it: apart, so that it gets into no release. Empty in a language that came after it was published. */
  readonly formText: FormOnlyText;
};

/** A question in the words of a form; where it has none in a language, as staff say it to whom that language belongs. */
export const asked = ({ text, formText }: Question, language: FormLanguage): string =>
  ({ ...text, ...formText })[language] || text[staffLanguage[language]];

/** A form: an ordered handful of questions under one title. A change of it is a new version. */
export type QuestionSet = {
  readonly id: string;
  readonly version: number;
  /** Whom it speaks to around its questions. */
  readonly audience: FormAudience;
  readonly questions: readonly Question[];
  /** Whether it ends with a field for one's own words. */
  readonly comment: boolean;
};
