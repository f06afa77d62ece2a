import type { Finding } from '../rules/finding.ts';
import type { Audience, RuleDraft } from '../rules/rule.ts';
import { familyOf } from '../vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { asDraft, spokenTo, type Draft } from './draft.ts';
import { readerWarnings } from './readers.ts';

const meetingMost = 5;
const statementsMost = 7;
const children = { least: 3, most: 5 };

/** Whether an audience is of children alone, who are asked with faces. */
const isOfChildren = ({ ageBands }: Audience): boolean =>
  ageBands?.every((band) => band === '0-6' || band === '7-12') ?? false;

const audiencesOf = (id: string, rules: readonly RuleDraft[]) =>
  rules.flatMap((rule) =>
    rule.audiences.filter(({ questionSet }) => questionSet === id).map((audience) => ({ rule, audience })),
  );

export const hasFaces = ({ questions }: Draft): boolean => questions.some(({ scale }) => scale === 'faces');

/** What is wrong with the length of a form, for those whom the rules ask with it. Pointers are into the form. */
export function lengthFaults(id: string, draft: Draft, rules: readonly RuleDraft[]): Finding[] {
  const { length } = draft.questions;
  const uses = audiencesOf(id, rules);
  const isForChildren =
    hasFaces(draft) || spokenTo(draft) === 'child' || uses.some(({ audience }) => isOfChildren(audience));
  if (isForChildren && (length < children.least || length > children.most))
    return [{ pointer: '/questions', detail: 'children are asked 3 to 5 questions' }];
  const meeting = uses.find(({ rule }) => familyOf(rule.stage) === 'plan-meeting');
  if (meeting !== undefined && length > meetingMost)
    return [
      { pointer: '/questions', detail: 'after a meeting, 5 questions are the most', rule: meeting.rule.id },
    ];
  const statements = draft.questions.filter(({ scale }) => scale !== 'recommendation').length;
  return statements > statementsMost || length - statements > 1
    ? [{ pointer: '/questions', detail: 'a form has 7 questions at most, and one recommendation' }]
    : [];
}

/** Where a form for children, or one with which the rules ask children, has another scale than faces. Pointers are into the form. */
export function scaleFaults(id: string, draft: Draft, rules: readonly RuleDraft[]): Finding[] {
  const ofChildren = audiencesOf(id, rules).find(({ audience }) => isOfChildren(audience));
  if (ofChildren === undefined && !hasFaces(draft) && spokenTo(draft) !== 'child') return [];
  return draft.questions.flatMap(({ scale }, index) =>
    scale === 'faces'
      ? []
      : [
          {
            pointer: `/questions/${index}/scale`,
            detail: 'a form for children has faces only',
            ...(ofChildren && { rule: ofChildren.rule.id }),
          },
        ],
  );
}

/**
 * Checks whether the forms that a rule names suit those whom it asks, as the forms are now. Pointers are into the rule.
 * A rule that is turned off asks nobody, so it may be saved with a form that does not suit: it is warned of that.
 */
export function checkUses(
  rule: RuleDraft,
  { current }: Pick<Catalogue, 'current'>,
): { readonly faults: readonly Finding[]; readonly warnings: readonly Finding[] } {
  const uses = rule.audiences.flatMap((audience, index) => {
    const form = current(audience.questionSet);
    // That there is none is said elsewhere.
    if (form === undefined) return [];
    const asksThese = [{ ...rule, audiences: [audience] }];
    const told = [form.id, asDraft(form), asksThese] as const;
    const pointer = `/audiences/${index}/questionSet`;
    return {
      faults: inRule(pointer, [...lengthFaults(...told), ...scaleFaults(...told)]),
      warnings: inRule(pointer, readerWarnings(...told)),
    };
  });
  const faults = uses.flatMap((use) => use.faults);
  const warnings = uses.flatMap((use) => use.warnings);
  return rule.enabled ? { faults, warnings } : { faults: [], warnings: [...faults, ...warnings] };
}

/** What is said of many places in a form is said of the form once, where the rule names it. */
const inRule = (pointer: string, findings: readonly Finding[]): Finding[] =>
  [...new Set(findings.map(({ detail }) => detail))].map((detail) => ({ pointer, detail }));
