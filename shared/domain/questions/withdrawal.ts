import type { Finding } from '../rules/finding.ts';
import type { RuleDraft } from '../rules/rule.ts';
import { currentVersion, type Catalogue, type Standing } from './catalogue.ts';
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
 * who are asked with the form; without any, no rule that is turned on may ask with it.
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
  const { published = [], withdrawn = [] } = standings.find((one) => one.id === id) ?? {};
  const after = currentVersion(id, [{ id, published, withdrawn: [...withdrawn, version] }]) ?? null;
  const form = after === null ? undefined : catalogue.version(id, after);
  if (form !== undefined) {
    const isChanged = form.version !== catalogue.current(id)?.version;
    const faults = isChanged ? checkDraft(id, asDraft(form), { catalogue, rules }).faults : [];
    const detail = `version ${String(after)} takes its place`;
    return { after, faults, warnings: isChanged ? [{ pointer: '/version', detail }] : [] };
  }
  const faults = rules
    .filter(({ enabled, audiences }) => enabled && audiences.some(({ questionSet }) => questionSet === id))
    .map((rule) => ({
      pointer: '/version',
      detail: `the rule ${rule.id} asks with this form, and it has no other version: turn the rule off first`,
      rule: rule.id,
    }));
  return { after, faults, warnings: [] };
}
