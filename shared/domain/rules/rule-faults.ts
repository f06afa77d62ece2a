import { ageBands, type AgeBand, type Stage } from '../vocabulary.ts';
import type { Finding } from './finding.ts';
import type { Audience, RuleDraft } from './rule.ts';

/** Stages at which there is nobody to ask, or nothing to ask about. */
const stagesWithoutAsks: ReadonlySet<Stage> = new Set([
  'hold.started',
  'hold.ended',
  'plan-meeting.cancelled',
]);

/** Every event reads all rules at once: this many, however long, fit one item, and no county needs as many. */
export const rulesMost = 50;

/**
 * What keeps a rule from being saved beside the others.
 *
 * @param forms with which people can be asked now
 */
export const faultsOf = (
  draft: RuleDraft,
  others: readonly RuleDraft[],
  forms: readonly string[],
): Finding[] => [
  ...tooManyRules(others),
  ...stageFaults(draft, others),
  ...draft.audiences.flatMap((audience, index) => [
    ...audienceFaults(draft, audience, index),
    ...formFaults(audience, index, forms),
  ]),
  ...overlaps(draft.audiences),
  ...windowFaults(draft),
];

const tooManyRules = (others: readonly RuleDraft[]): Finding[] =>
  others.length < rulesMost
    ? []
    : [{ pointer: '', detail: `there are ${others.length} rules already, and may be ${rulesMost} at most` }];

function stageFaults({ stage, enabled }: RuleDraft, others: readonly RuleDraft[]): Finding[] {
  if (stagesWithoutAsks.has(stage))
    return [{ pointer: '/stage', detail: `nobody can be asked at the stage ${stage}` }];
  // A decision takes one rule for a stage. Others may lie beside it, as long as they are turned off.
  const rivals = enabled ? others.filter((other) => other.enabled && other.stage === stage) : [];
  return rivals.map(({ id }) => ({
    pointer: '/stage',
    detail: `the rule ${id} asks at the stage ${stage} already: turn one of the two off`,
    rule: id,
  }));
}

function audienceFaults({ youngestAgeBand }: RuleDraft, audience: Audience, index: number): Finding[] {
  const bands = bandsOf(audience);
  const faults: Finding[] = repeated(bands).map((position) => ({
    pointer: `/audiences/${index}/ageBands/${position}`,
    detail: 'this age band is named twice',
  }));
  if (bands.every((band) => isYounger(band, youngestAgeBand))) {
    faults.push({
      pointer: `/audiences/${index}/ageBands`,
      detail: `this audience asks nobody: the rule's youngest age band is ${youngestAgeBand}`,
    });
  }
  return faults;
}

/** A form of which every version is withdrawn is as good as none. */
const formFaults = ({ questionSet }: Audience, index: number, forms: readonly string[]): Finding[] =>
  forms.includes(questionSet)
    ? []
    : [
        {
          pointer: `/audiences/${index}/questionSet`,
          detail: `there is no such question set; there are ${forms.join(', ')}`,
        },
      ];

export const bandsOf = (audience: Audience): readonly AgeBand[] => audience.ageBands ?? ageBands;

export const isYounger = (band: AgeBand, than: AgeBand): boolean =>
  ageBands.indexOf(band) < ageBands.indexOf(than);

/** One person gets one form: of two audiences that both fit, the second would never be asked. */
function overlaps(audiences: readonly Audience[]): Finding[] {
  return audiences.flatMap((audience, index) =>
    audiences.slice(0, index).flatMap((earlier, position) => {
      const shared = bandsOf(earlier).filter((band) => bandsOf(audience).includes(band));
      if (earlier.role !== audience.role || shared.length === 0) return [];
      const detail = `the role ${audience.role} of ${shared.join(', ')} is in /audiences/${position} already`;
      return [{ pointer: `/audiences/${index}`, detail }];
    }),
  );
}

function windowFaults({ window: { weekdays, fromHour, toHour } }: RuleDraft): Finding[] {
  const faults: Finding[] = repeated(weekdays).map((position) => ({
    pointer: `/window/weekdays/${position}`,
    detail: 'this weekday is named twice',
  }));
  if (fromHour >= toHour) {
    const detail = `the window never opens: expected an hour after fromHour, which is ${fromHour}`;
    faults.push({ pointer: '/window/toHour', detail });
  }
  return faults;
}

/** Positions of what has come before. */
const repeated = (values: readonly unknown[]): number[] =>
  values.flatMap((value, position) => (values.indexOf(value) < position ? [position] : []));
