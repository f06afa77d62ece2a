import type { Decision } from '../../shared/domain/decisions/decide.ts';
import type { ReplayRecord } from '../../shared/domain/replay/record.ts';
import type { PreferenceChange } from '../../shared/domain/respondent/preference-choice.ts';
import type { StageEvent } from '../../shared/domain/stage-event.ts';

/** What the system did, step by step, in the order in which it counted. Instants are epoch milliseconds. */
export type Step = { readonly at: number } & (
  | { readonly kind: 'decided'; readonly event: StageEvent; readonly decisions: readonly Decision[] }
  | { readonly kind: 'delivered-again'; readonly event: StageEvent }
  | { readonly kind: 'preference'; readonly contactRef: string; readonly change: PreferenceChange }
  | { readonly kind: 'bounce'; readonly address: string }
  | { readonly kind: 'moved'; readonly requestId: string; readonly to: number }
  | {
      readonly kind: 'ended';
      readonly requestId: string;
      readonly state: string;
      readonly reason: string | undefined;
    }
  /** Handed over and refused for now: it tries again. */
  | { readonly kind: 'refused'; readonly requestId: string }
  | { readonly kind: 'mail'; readonly requestId: string }
);

export type Play = {
  readonly steps: readonly Step[];
  /** As the index by day gives them to a replay. */
  readonly records: readonly ReplayRecord[];
};
