import { somebody } from '../../support/deliveries.ts';
import { report, type Somebody, type Story } from '../../support/story.ts';

type Document = ReturnType<typeof report>;

/** The moments at which something happens, in their order. The first is a Monday. */
export const moments = {
  morning: '2026-03-02T10:00:00+02:00',
  afternoon: '2026-03-02T14:00:00+02:00',
  tuesday: '2026-03-03T12:00:00+02:00',
  tuesdayLater: '2026-03-03T15:00:00+02:00',
  wednesday: '2026-03-04T10:00:00+02:00',
  wednesdayLater: '2026-03-04T14:00:00+02:00',
  thursday: '2026-03-05T12:00:00+02:00',
  friday: '2026-03-06T10:00:00+02:00',
} as const;
export type Moment = keyof typeof moments;
export const momentNames = Object.keys(moments) as Moment[];

type AtMoments<What> = Partial<Record<Moment, What>>;

/** What happens to somebody, before the decision or the end of the request that is looked at. */
export type Scenario = {
  /** Whose last decision is looked at: of several, the first that was held back. */
  readonly who: readonly [Somebody, ...Somebody[]];
  readonly told: AtMoments<readonly Document[]>;
  /** What people do themselves, before events are told at the same moment. */
  readonly done?: AtMoments<(story: Story) => Promise<unknown>>;
  /** When asking is possible next, worked out by hand; null where nobody can know. */
  readonly next: string | null;
};

export const scenario = (
  who: Somebody,
  told: Scenario['told'],
  others: Partial<Pick<Scenario, 'next' | 'done'>> = {},
): Scenario => ({ who: [who], told, next: null, ...others });

/** One event, about somebody of whom nothing else is told. */
export function lone(
  stage: string,
  changes: Parameters<typeof somebody>[0] = {},
  data: Parameters<typeof report>[2] = {},
): Scenario {
  const who = somebody(changes);
  return scenario(who, { afternoon: [report(stage, [who], data)] });
}

/** Two events about the same person that have something in common, in the morning and in the afternoon. */
export function twice(
  stages: readonly [string, string],
  common: Parameters<typeof report>[2],
  next: string | null = null,
): Scenario {
  const who = somebody();
  const [morning, afternoon] = stages.map((stage) => [report(stage, [who], common)]);
  return scenario(who, { morning, afternoon } as Scenario['told'], { next });
}

/** Plays scenarios side by side. */
export async function play(story: Story, scenarios: readonly Scenario[]): Promise<void> {
  for (const moment of momentNames) {
    await story.moveTo(moments[moment]);
    for (const { done } of scenarios) await done?.[moment]?.(story);
    await story.tell(moments[moment], ...scenarios.flatMap(({ told }) => told[moment] ?? []));
  }
}
