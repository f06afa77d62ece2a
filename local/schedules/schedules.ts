import { randomUUID } from 'node:crypto';
import type { Fleet } from '../functions/fleet.ts';
import type { Schedule } from '../settle.ts';
import type { Resources } from '../template/read.ts';
import { functionBehind } from '../template/wiring.ts';
import { latestOccurrence } from './occurrences.ts';

/** The schedules of the template. */
export const schedulesOf = (resources: Resources, fleet: Fleet, clock: { now: () => number }): Schedule[] =>
  resources.ofType('AWS::Scheduler::Schedule').map(({ identity, properties }) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, Target } = properties;
    return {
      functionName: functionBehind(fleet.descriptions, Target.Arn).name,
      latestOccurrence: (now) => latestOccurrence(ScheduleExpression, ScheduleExpressionTimezone, now),
      invoke: () =>
        fleet.invoke(Target.Arn, eventOf(Target.Input, identity.attributes['Arn'] ?? '', clock.now())),
    };
  });

/** What Scheduler sends: the target's own input, or an event of the kind that says no more than the time. */
const eventOf = (input: string | undefined, arn: string, now: number): unknown =>
  input === undefined
    ? {
        version: '0',
        id: randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.scheduler',
        account: '000000000000',
        time: new Date(now).toISOString().replace(/\.\d+/, ''),
        resources: [arn],
        detail: '{}',
      }
    : JSON.parse(input);
