import type { Draft, DraftQuestion } from './draft.ts';
import type { ItemKey } from './wordings.ts';

/*
 * The national set of client feedback in social services has seven statements and a recommendation: one form for everybody from 13 on, one
 * for children of 7 to 12, one for close persons. Its official texts are not Kuultu's to give: here is their structure, and
 * the organisation enters the texts. Each form has keys of its own, since each has words of its own.
 */

type NationalSlot = {
  /** Last word of the question's key. */
  readonly name: string;
  readonly scale: DraftQuestion['scale'];
  /** The question of Kuultu's own bank that asks about much the same, where there is one. */
  readonly like: ItemKey | undefined;
};

const statements: readonly NationalSlot[] = [
  { name: 'availability', scale: 'agreement', like: 'timely' },
  { name: 'encounter', scale: 'agreement', like: 'respect' },
  { name: 'participation', scale: 'agreement', like: 'part' },
  { name: 'safety', scale: 'agreement', like: undefined },
  { name: 'continuity', scale: 'agreement', like: 'same' },
  { name: 'information', scale: 'agreement', like: 'aim' },
  { name: 'usefulness', scale: 'agreement', like: 'benefit' },
];
const recommendation: NationalSlot = {
  name: 'recommendation',
  scale: 'recommendation',
  like: 'recommend',
};

type NationalForm = {
  readonly id: string;
  readonly slots: readonly (NationalSlot & { readonly key: string })[];
};

const keyed = (prefix: string, slots: readonly NationalSlot[]): NationalForm['slots'] =>
  slots.map((slot) => ({ ...slot, key: `${prefix}-${slot.name}` }));

const forms: readonly NationalForm[] = [
  { id: 'national', slots: keyed('national', [...statements, recommendation]) },
  {
    // Children get faces and no recommendation, and five questions at most: what their form does not have is taken out.
    id: 'national-child',
    slots: keyed(
      'national-child',
      statements.map((slot) => ({ ...slot, scale: 'faces' })),
    ),
  },
  { id: 'national-close-person', slots: keyed('national-close', [...statements, recommendation]) },
];

/** Names of the forms of the national set. */
export const nationalForms: readonly string[] = forms.map(({ id }) => id);

const noText = { fi: '', sv: '', en: '', 'fi-x-selko': '' } as const;

/** The form to begin with, every text of it still to be entered; undefined where it is none of the national set. */
export function nationalDraft(id: string): Draft | undefined {
  const form = forms.find((one) => one.id === id);
  return (
    form && {
      questions: form.slots.map(({ key, scale }) => ({ key, scale, text: { ...noText } })),
      comment: id !== 'national-child',
      audience: id === 'national-child' ? 'child' : 'adult',
    }
  );
}

/** The keys that a form of the national set has; none where it is no such form. */
export const nationalKeys = (id: string): readonly string[] =>
  forms.find((one) => one.id === id)?.slots.map(({ key }) => key) ?? [];

const likes: ReadonlyMap<string, ItemKey | undefined> = new Map(
  forms.flatMap(({ slots }) => slots.map(({ key, like }) => [key, like])),
);

/** The key of the question in Kuultu's own bank that asks about much the same as a national one. */
export const likeInBank = (key: string): ItemKey | undefined => likes.get(key);
