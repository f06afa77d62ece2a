import { replayRequestSchema } from '../../shared/api/replays.ts';
import { days } from '../../shared/domain/calendar/duration.ts';
import type { Draft } from '../../shared/domain/replay/replay.ts';
import { checkRule } from '../../shared/domain/rules/check-rules.ts';
import type { Rule } from '../../shared/domain/rules/rule.ts';
import { jsonBody, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { parseInput, Problem } from '../../shared/lambda/problem.ts';

/** Records are kept for 13 months. */
const daysMost = 400;

/**
 * The draft that a caller wants to try: the rules in force, with those of the draft in place of the ones that have the
 * same identifier, and beside the others.
 *
 * @param inForce the rules that are in force, and the forms with which people can be asked
 * @param now epoch milliseconds
 * @throws Problem 400 naming each place
 */
export function draftIn(
  request: HttpRequest,
  { current, forms }: { readonly current: readonly Rule[]; readonly forms: readonly string[] },
  now: number,
): Draft {
  const { rules, from, to } = parseInput(replayRequestSchema, jsonBody(request));
  if (from >= to || to - from > days(daysMost))
    throw problemAt('/to', `expected a time after from, and at most ${daysMost} days after it`);
  if (from > now) throw problemAt('/from', 'expected a time that has come: a replay is about the past');
  const twice = rules.findIndex(({ id }, index) => rules.findIndex((other) => other.id === id) < index);
  if (twice >= 0) throw problemAt(`/rules/${twice}/id`, 'expected an identifier that the draft has once');
  const drafted = rules.map((rule) => ({
    ...rule,
    version: (current.find(({ id }) => id === rule.id)?.version ?? 0) + 1,
  }));
  const together = [...current.filter(({ id }) => rules.every((rule) => rule.id !== id)), ...drafted];
  const faults = drafted.flatMap((rule, index) =>
    checkRule(rule, together, forms).faults.map(({ pointer, detail }) => ({
      pointer: `/rules/${index}${pointer}`,
      detail,
    })),
  );
  if (faults.length > 0) throw new Problem(400, 'The draft cannot be carried out as it is.', faults);
  return { rules: together, from, to };
}

const problemAt = (pointer: string, detail: string): Problem =>
  new Problem(400, 'The request is not as expected.', [{ pointer, detail }]);
