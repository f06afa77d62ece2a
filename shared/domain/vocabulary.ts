/**
 * The closed lists of the field, as the contract names them. What an event says is checked against these once, at
 * the edge, and typed from there on.
 */

/** Case-process stages that an event can report. */
export const stages = [
  'plan-meeting.scheduled',
  'plan-meeting.held',
  'plan-meeting.cancelled',
  'client-plan.reviewed',
  'assessment.completed',
  'service.started',
  'service.ended',
  'placement.started',
  'placement.changed',
  'placement.ended',
  'aftercare.started',
  'aftercare.ended',
  'case.closed',
  'hold.started',
  'hold.ended',
] as const;
export type Stage = (typeof stages)[number];

/** What stages are about: `plan-meeting.held` and `plan-meeting.cancelled` are both of the family `plan-meeting`. */
export const familyOf = (stageName: string): string => stageName.split('.')[0] ?? stageName;

export const isStage = (name: string): name is Stage => stages.some((stage) => stage === name);

export const roles = [
  'child',
  'young-person',
  'parent',
  'guardian',
  'close-person',
  'county-worker',
  'provider-worker',
] as const;
export type Role = (typeof roles)[number];

/** Workers answer as workers: their own gap and cap hold for them, and they use up nobody else's. */
export const isWorker = (role: Role): boolean => role === 'county-worker' || role === 'provider-worker';

/** Youngest first: a rule's youngest band is compared by this order. */
export const ageBands = ['0-6', '7-12', '13-17', '18+'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Safety flags of a recipient. Each stops every ask to that recipient. */
export const safetyFlags = [
  'non-disclosure',
  'whereabouts-withheld',
  'contact-restricted',
  'ambiguous-contact',
] as const;

export type SafetyFlag = (typeof safetyFlags)[number];

/** `no-messages` is no danger but a wish: it closes the channel. */
export const recipientFlags = [...safetyFlags, 'no-messages'] as const;
export type RecipientFlag = (typeof recipientFlags)[number];

export const provisions = ['own', 'purchased'] as const;

export const holdReasons = [
  'emergency-placement',
  'taking-into-care',
  'restriction-decision',
  'bereavement',
  'other',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Languages of staff, of releases and of what an installation is configured with. Forms and mails have them too. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language of staff. */
export type Text = Readonly<Record<Language, string>>;

/**
 * Languages in which people are asked. Each is complete: whatever somebody meets who is asked in it is there, from the mail
 * to the privacy notice, or this does not compile. `fi-x-selko` is plain-language Finnish (selkokieli).
 */
export const formLanguages = [...languages, 'fi-x-selko'] as const;
export type FormLanguage = (typeof formLanguages)[number];

/** A text in every language of forms. */
export type FormText = Readonly<Record<FormLanguage, string>>;

/**
 * Languages that wait for an organisation's translators: Northern, Inari and Skolt Sámi. Nobody is asked in one of these:
 * who speaks it has no form, and the rule's fallback decides. A language whose slots are all filled moves up.
 */
export const awaitedLanguages = ['se', 'smn', 'sms'] as const;
export type AwaitedLanguage = (typeof awaitedLanguages)[number];

/** Marks a slot that nobody has filled. */
export const untranslated = 'not translated yet';

/** Texts of one kind in every language of forms, with a slot for each language that is awaited. */
export type FormTexts<Texts> = Readonly<
  Record<FormLanguage, Texts> & Record<AwaitedLanguage, Texts | typeof untranslated>
>;

/** The language of staff that a language of forms belongs to: in which its answers are counted, and names are told. */
export const staffLanguage: Readonly<Record<FormLanguage, Language>> = {
  fi: 'fi',
  sv: 'sv',
  en: 'en',
  'fi-x-selko': 'fi',
};

/**
 * The language of forms that comes nearest to a tag, by the lookup of RFC 4647: `sv-FI` is asked in `sv`, and `fi-x-selko`
 * in itself, also as `fi-FI-x-selko`: for whoever needs plain words, these come before those of a region.
 *
 * @param tag BCP 47, such as `sv-FI`
 * @returns undefined where there is no form
 */
export function formLanguageFor(tag: string): FormLanguage | undefined {
  const subtags = tag.toLowerCase().split('-');
  const plain = subtags.includes('x') ? [subtags[0], ...subtags.slice(subtags.indexOf('x'))].join('-') : '';
  const ranges = [
    plain,
    ...subtags.map((_, dropped) => subtags.slice(0, subtags.length - dropped).join('-')),
  ];
  return ranges.flatMap((range) => formLanguages.filter((known) => known === range))[0];
}
