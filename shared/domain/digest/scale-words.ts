import { pageTexts } from '../respondent/page-texts.ts';
import type { Language } from '../vocabulary.ts';
import type { DigestQuestion, QuestionGroup } from './digest.ts';

const kindOf = {
  statements: 'agreement',
  partners: 'agreement',
  faces: 'faces',
  wellbeing: 'wellbeing',
  recommendation: 'recommendation',
} as const satisfies Record<QuestionGroup, string>;

/** What both ends of a scale mean, in the words of the form. */
export function scaleInWords({ group, scale }: DigestQuestion, language: Language): string {
  const { lowest, highest } = pageTexts[language].scales[kindOf[group]];
  return `${scale.from} = ${lowest}, ${scale.to} = ${highest}`;
}
