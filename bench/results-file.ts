import type { BallotCpu } from './measures/ballot-cpu.ts';
import { idleBill, billFor, type Bill } from './measures/money.ts';
import type { Deployment } from './measures/deployment.ts';
import type { MixingMeasures } from './measures/mixing.ts';
import type { PublishingMeasures } from './measures/publishing.ts';
import type { ReplayMeasures } from './measures/replay.ts';
import type { StartUps } from './measures/start-up.ts';
import type { PipelineMeasures } from './measure-pipeline.ts';
import { perEach, plus } from './work.ts';

/** Everything that one run of the benchmark has found, as it stands in `latest.json`. */
export type Results = {
  readonly measuredOn: string;
  readonly node: string;
  readonly pipeline: PipelineMeasures;
  readonly replay: ReplayMeasures;
  readonly mixing: MixingMeasures;
  readonly publishing: readonly PublishingMeasures[];
  readonly ballotCpu: BallotCpu;
  readonly deployment: { readonly resources: Deployment['resources'] };
  readonly startUps: StartUps;
  /** US dollars by service, by what they are paid for. */
  readonly money: Readonly<Record<string, Bill>>;
};

const thousand = 1000;

export function priceWork(pipeline: PipelineMeasures, deployment: Deployment): Results['money'] {
  const { events, request, requestsAtOnce, answer, closings, idle } = pipeline;
  const alone = plus(events.asksOne.warm, request.sent.warm);
  const together = plus(perEach(events.asksThree.warm, 3), requestsAtOnce.work);
  const last = closings.at(-1);
  return {
    '1 000 requests sent, each asked and sent alone': billFor(alone, thousand, deployment),
    [`1 000 requests sent, three of an event, ${requestsAtOnce.requests} at once`]: billFor(
      together,
      thousand,
      deployment,
    ),
    '1 000 events held back by an early gate, each posted alone': billFor(
      events.heldBack.warm,
      thousand,
      deployment,
    ),
    '1 000 events held back by a late gate, each posted alone': billFor(
      events.heldBackLate.warm,
      thousand,
      deployment,
    ),
    '1 000 answers': billFor(answer.sealed.warm, thousand, deployment),
    ...(last && {
      [`a quarter of ${last.answers} answers counted and published`]: billFor(
        plus(plus(last.invited, last.mix), last.publish),
        1,
        deployment,
      ),
    }),
    'a month in which nothing happens': idleBill(idle, deployment),
  };
}
