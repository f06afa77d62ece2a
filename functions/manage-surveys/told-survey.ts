import type { Forms } from '../../shared/adapters/question-sets.ts';
import type { StoredDraft } from '../../shared/adapters/survey-drafts.ts';
import type { surveyDraftSchema, surveySchema } from '../../shared/api/surveys.ts';
import type { Told } from '../../shared/api/told.ts';
import type { Catalogue } from '../../shared/domain/questions/catalogue.ts';
import { asDraft } from '../../shared/domain/questions/draft.ts';
import { nationalDraft } from '../../shared/domain/questions/national-slots.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { checkStored } from './check-stored.ts';

type Beside = { readonly catalogue: Catalogue; readonly rules: readonly Rule[] };
type Unsaved = Pick<StoredDraft, 'id' | 'draft'> & {
  readonly version: 0;
  readonly savedAt: null;
  readonly savedBy: null;
};

/** A draft as the API tells it, with what is to be said of it beside all other forms. */
export const toldDraft = (
  { id, version, draft, savedAt, savedBy }: StoredDraft | Unsaved,
  beside: Beside,
): Told<typeof surveyDraftSchema> => ({
  ...{ id, version, savedAt, savedBy },
  ...draft,
  ...checkStored(id, draft, beside),
});

/** @returns undefined where there is no such form, nor a draft of it, nor is it one of the national set */
export function toldSurvey(
  id: string,
  {
    forms: { catalogue, publishings },
    stored,
    rules,
  }: { readonly forms: Forms; readonly stored: StoredDraft | undefined; readonly rules: readonly Rule[] },
): Told<typeof surveySchema> | undefined {
  const draft = stored ?? beginning(id, catalogue);
  if (draft === undefined) return undefined;
  return {
    id,
    current: catalogue.current(id)?.version ?? null,
    versions: catalogue.versionsOf(id).map((form) => {
      const published = publishings.get(id)?.find(({ version }) => version === form.version);
      return {
        version: form.version,
        publishedAt: published?.publishedAt ?? null,
        publishedBy: published?.publishedBy ?? null,
        isWithdrawn: catalogue.isWithdrawn(id, form.version),
        ...asDraft(form),
      };
    }),
    draft: toldDraft(draft, { catalogue, rules }),
  };
}

/** Where nobody has saved a draft, work begins with the latest version, or with the empty slots of the national set. */
function beginning(id: string, catalogue: Catalogue): Unsaved | undefined {
  const [latest] = catalogue.versionsOf(id);
  const draft = latest === undefined ? nationalDraft(id) : asDraft(latest);
  return draft && { id, draft, version: 0, savedAt: null, savedBy: null };
}
