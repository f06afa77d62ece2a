import { asVersion, draftSchema, type Draft } from '../../shared/domain/questions/draft.ts';
import type { QuestionSet } from '../../shared/domain/questions/question.ts';
import { formLanguages } from '../../shared/domain/vocabulary.ts';
import type { FakeDynamoDb } from './dynamodb-fake.ts';

const inEach = (text: string) =>
  Object.fromEntries(formLanguages.map((language) => [language, `${text} (${language})`]));

/** A form with a question of the bank and one that an organisation has thought of itself. */
export const ownDraft: Draft = draftSchema.parse({
  questions: [
    { key: 'heard', scale: 'agreement', text: inEach('Minua kuunneltiin.') },
    { key: 'own-warmth', scale: 'agreement', text: inEach('Minut otettiin lämpimästi vastaan.') },
  ],
  comment: false,
});
export const ownQuestion = 'own-warmth';

/** The version of a form that an organisation has published itself. */
export const ownForm = (id: string, version: number): QuestionSet => asVersion(id, version, ownDraft);

/** Stores what an organisation has published and withdrawn of one form, each version a minute after the one before. */
export function storeOwnForms(
  dynamodb: FakeDynamoDb,
  { id, published = [], withdrawn = [] }: { id: string; published?: number[]; withdrawn?: number[] },
): void {
  const standings = [{ id, published, withdrawn }];
  dynamodb.seed('settings', { pk: 'SURVEYS', sk: 'CURRENT', version: 1, standings });
  for (const version of published)
    dynamodb.seed('settings', {
      pk: `SURVEY#${id}`,
      sk: `VERSION#${String(version).padStart(6, '0')}`,
      ...{ version, form: ownDraft, publishedBy: 'ann' },
      publishedAt: new Date(Date.parse('2026-01-05T10:00:00Z') + version * 60_000).toISOString(),
    });
}
