import type { StageEventDocument } from '../../local/simulation/client-information-system.ts';
import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import { nobodyAsked, parent, serviceEnded, somebodyNew, withoutHousehold } from '../invented-events.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import { perEach, type Work } from '../work.ts';

/** The work of one stage event with one recipient, from the webhook to the stored decisions. */
export type StageEventWork = {
  /** By a gate that needs no ledger: nobody in that role is asked. */
  readonly heldBack: ColdAndWarm;
  /** By one of the last gates: the person has been asked for something else. */
  readonly heldBackLate: ColdAndWarm;
  readonly heldBackLateWithoutHousehold: ColdAndWarm;
  readonly asksOne: ColdAndWarm;
  readonly asksOneWithoutHousehold: ColdAndWarm;
  readonly asksThree: ColdAndWarm;
  /** Per event that is held back, where so many come in one request. */
  readonly batchLength: number;
  readonly heldBackInBatch: Work;
};

const batchLength = 100;

export async function measureStageEvents(measured: MeasuredSystem): Promise<StageEventWork> {
  const { meter, now, decideOne, decideBatch } = measured;
  const measure = (event: () => StageEventDocument): Promise<ColdAndWarm> =>
    countColdAndWarm(meter, () => Promise.resolve(event()), decideOne);
  const about = (...recipients: Recipients): StageEventDocument => serviceEnded(recipients, now());
  const heldBack = await measure(() => about(nobodyAsked()));
  const asked = somebodyNew(parent);
  await decideOne(about(asked));
  const heldBackLate = await measure(() => about(asked));
  const heldBackLateWithoutHousehold = await measure(() => withoutHousehold(about(asked)));
  const asksOne = await measure(() => about(somebodyNew(parent)));
  const asksOneWithoutHousehold = await measure(() => withoutHousehold(about(somebodyNew(parent))));
  const asksThree = await measure(() => about(...[parent, parent, parent].map(somebodyNew)));
  const batch = () => Array.from({ length: batchLength }, () => about(nobodyAsked()));
  // A batch is worked off by several execution environments: the first batch brings them up.
  await decideBatch(batch());
  const counted = workOf(await meter.count(() => decideBatch(batch())));
  return {
    ...{ heldBack, heldBackLate, heldBackLateWithoutHousehold },
    ...{ asksOne, asksOneWithoutHousehold, asksThree },
    ...{ batchLength, heldBackInBatch: perEach(counted, batchLength) },
  };
}

type Recipients = Parameters<typeof serviceEnded>[0];
