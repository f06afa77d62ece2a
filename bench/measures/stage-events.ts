import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import { nobodyReachable, parent, serviceEnded, somebodyNew } from '../invented-events.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import { perEach, type Work } from '../work.ts';

/** The work of one stage event, from the webhook to the stored decisions. */
export type StageEventWork = {
  /** By one of the first gates: nobody can be reached. */
  readonly heldBack: ColdAndWarm;
  /** By one of the last gates: the person has been asked for something else. */
  readonly heldBackLate: ColdAndWarm;
  readonly asksOne: ColdAndWarm;
  readonly asksThree: ColdAndWarm;
  /** Per event that is held back, where so many come in one request. */
  readonly batchLength: number;
  readonly heldBackInBatch: Work;
};

const batchLength = 100;

export async function measureStageEvents(measured: MeasuredSystem): Promise<StageEventWork> {
  const { meter, now, decideOne, decideBatch } = measured;
  const measure = async (recipients: () => Recipients, areNew = true): Promise<ColdAndWarm> => {
    const { warm, coldExtra } = await countColdAndWarm(
      meter,
      () => Promise.resolve(serviceEnded(recipients(), now())),
      decideOne,
    );
    return { warm: withAbsentReads(warm, areNew ? recipients().length : 0), coldExtra };
  };
  const heldBack = await measure(() => [nobodyReachable()]);
  const asked = somebodyNew(parent);
  await decideOne(serviceEnded([asked], now()));
  const heldBackLate = await measure(() => [asked], false);
  const asksOne = await measure(() => [somebodyNew(parent)]);
  const asksThree = await measure(() => [parent, parent, parent].map(somebodyNew));
  const batch = () => Array.from({ length: batchLength }, () => serviceEnded([nobodyReachable()], now()));
  // A batch is worked off by several execution environments: the first batch brings them up.
  await decideBatch(batch());
  const perEvent = perEach(workOf(await meter.count(() => decideBatch(batch()))), batchLength);
  return {
    ...{ heldBack, heldBackLate, asksOne, asksThree, batchLength },
    heldBackInBatch: withAbsentReads(perEvent, 1),
  };
}

type Recipients = Parameters<typeof serviceEnded>[0];

/**
 * A decision reads the event, its occasion, and a ledger for each recipient. What is new is not there: DynamoDB Local
 * counts nothing for such a key in a batch, and AWS a unit.
 */
const withAbsentReads = (work: Work, newRecipients: number): Work => ({
  ...work,
  readUnits: work.readUnits + 2 + newRecipients,
});
