import type { Finding } from '../rules/finding.ts';
import type { RuleDraft } from '../rules/rule.ts';
import { currentVersion, standingIn, type Catalogue, type FormVersion, type Standing } from './catalogue.ts';
import { checkDraft } from './check-draft.ts';
import { asDraft } from './draft.ts';

/** What would be in force without a version, and what is to be said of that. */
export type Withdrawal = {
  /** Null where nobody could be asked with this form any more. */
  readonly after: number | null;
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/**
 * What it leads to if a version of a form is withdrawn. The newest of the others takes its place, and has to suit those
 * who are asked with the form; without any, no rule that is turned on may ask with it. A rule that is turned off asks nobody.
 */
export function afterWithdrawal(
  { id, version }: { readonly id: string; readonly version: number },
  {
    forms: { standings, catalogue },
    rules,
  }: {
    readonly forms: { readonly standings: readonly Standing[]; readonly catalogue: Catalogue };
    readonly rules: readonly RuleDraft[];
  },
): Withdrawal {
  const turnedOn = rules.filter(({ enabled }) => enabled);
  const standing = standingIn(standings, id);
  const withdrawn = [...standing.withdrawn, version];
  const after = currentVersion(id, [{ ...standing, withdrawn }]) ?? null;
  const form = after === null ? undefined : catalogue.version(id, after);
  if (form !== undefined) {
    if (form.version === catalogue.current(id)?.version) return { after, faults: [], warnings: [] };
    const { faults } = checkDraft(id, asDraft(form), { catalogue, rules: turnedOn });
    const detail = `version ${form.version} takes its place`;
    return {
      after,
      faults: faults.map((fault) => withWayOut(fault, form)),
      warnings: [{ pointer: '/version', detail }],
    };
  }
  const faults = turnedOn
    .filter(({ audiences }) => audiences.some(({ questionSet }) => questionSet === id))
    .map((rule) => ({
      pointer: '/version',
      detail: `the rule ${rule.id} asks with this form, and it has no other version: turn the rule off, or publish another version first`,
      rule: rule.id,
    }));
  return { after, faults, warnings: [] };
}

/** What is wrong with the version that would take the place, and what can be done about it. */
const withWayOut = (fault: Finding, { version }: FormVersion): Finding => ({
  ...fault,
  detail:
    `version ${version} would take its place, but ${fault.detail}: ` +
    `${fault.rule === undefined ? '' : `turn the rule ${fault.rule} off, or `}publish another version first`,
});
