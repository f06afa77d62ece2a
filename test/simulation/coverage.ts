import type { Step } from './step.ts';

/** How often what happened: decisions by reason, ends of requests by state and reason, moves, mails. */
export type Counts = Map<string, number>;

export function count(counts: Counts, steps: readonly Step[]): void {
  for (const step of steps) for (const name of namesOf(step)) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function namesOf(step: Step): string[] {
  if (step.kind === 'ended')
    return [`ended: ${step.state}${step.reason === undefined ? '' : `, ${step.reason}`}`];
  if (step.kind !== 'decided') return [step.kind];
  return step.decisions.map(({ outcome }) => {
    if (outcome.kind === 'held-back') return `held back: ${outcome.reason}`;
    return outcome.isTooLate ? 'asked too late' : 'asked';
  });
}

/** Adds counts of others, as of another worker. */
export const add = (counts: Counts, more: Iterable<readonly [string, number]>): void => {
  for (const [name, number] of more) counts.set(name, (counts.get(name) ?? 0) + number);
};

/** As lines, in the order of names. */
export const linesOf = (counts: Counts): string[] =>
  [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => `${String(number).padStart(10)}  ${name}`);
