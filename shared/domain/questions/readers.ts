import { formAudienceOf, type FormAudience } from '../form-audience.ts';
import type { Finding } from '../rules/finding.ts';
import type { Audience, RuleDraft } from '../rules/rule.ts';
import { ageBands, type AgeBand } from '../vocabulary.ts';
import { spokenTo, type Draft } from './draft.ts';

/** The ages at which a rule asks people in a role: children of any, where it names none, and everybody else as adults. */
const agesOf = ({ role, ageBands: named }: Audience, { youngestAgeBand }: RuleDraft): readonly AgeBand[] =>
  named ?? (role === 'child' ? ageBands.slice(ageBands.indexOf(youngestAgeBand)) : ['18+']);

/** Young people are spoken to as adults are, in words of their own: one form may well ask them and their parents. */
const suits = (form: FormAudience, reader: FormAudience): boolean =>
  form === reader || (form === 'adult' && reader === 'young-person');

/** Warns of rules that ask people with a form that speaks to others: a worker told of "your service", say. */
export const readerWarnings = (id: string, draft: Draft, rules: readonly RuleDraft[]): Finding[] =>
  rules.flatMap((rule) => {
    const asked = rule.audiences.filter(({ questionSet }) => questionSet === id);
    const readers = asked.flatMap((one) =>
      agesOf(one, rule).map((ageBand) => formAudienceOf({ role: one.role, ageBand })),
    );
    return [...new Set(readers)]
      .filter((reader) => !suits(spokenTo(draft), reader))
      .map((reader) => ({
        pointer: '/audience',
        detail: `the rule ${rule.id} asks readers of the kind \`${reader}\` with this form, which speaks to \`${spokenTo(draft)}\``,
        rule: rule.id,
      }));
  });
