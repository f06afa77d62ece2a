import { countColdAndWarm, type ColdAndWarm } from '../cold-and-warm.ts';
import { askedAtOnce, holdStarted, parent, parentsAskedAtOnce } from '../invented-events.ts';
import type { MeasuredSystem } from '../measured-system.ts';
import { workOf } from '../meter.ts';
import { perEach, type Work } from '../work.ts';

/** The work of one request that is due, with nothing else around it. */
export type RequestWork = {
  /** Nothing has come since it was decided: released, claimed, sent and closed. */
  readonly sent: ColdAndWarm;
  /** A hold has come in between: released, refused, looked at again, and withdrawn. */
  readonly withdrawn: ColdAndWarm;
};

export async function measureRequests(measured: MeasuredSystem): Promise<RequestWork> {
  const { meter, now, decideOne, send } = measured;
  const sent = await countColdAndWarm(meter, () => decideOne(askedAtOnce(parent, now())), send);
  const withdrawn = await countColdAndWarm(
    meter,
    async () => {
      const event = askedAtOnce(parent, now());
      await decideOne(event);
      await decideOne(holdStarted(event, now()));
    },
    send,
  );
  expectCalls(sent, [
    'dynamodb:BatchGetItem',
    'dynamodb:TransactWriteItems',
    'dynamodb:UpdateItem',
    sendMail,
  ]);
  if (withdrawn.warm.calls[sendMail] !== undefined) throw new Error('a request went out in spite of a hold');
  return { sent, withdrawn };
}

const sendMail = 'ses:SendRawEmail';

/** @throws where sending takes anything but these calls, each once: what the budget of a request is made of */
function expectCalls({ warmByFunction }: ColdAndWarm, expected: readonly string[]): void {
  const calls = warmByFunction['send-request']?.calls ?? {};
  const isExact =
    Object.keys(calls).length === expected.length && expected.every((name) => calls[name] === 1);
  if (!isExact) throw new Error(`sending a request takes ${JSON.stringify(calls)}`);
}

/** The work per request where so many are due at once: at most the 300 that one run releases. */
export async function measureRequestsAtOnce(
  { meter, now, decideBatch, send }: MeasuredSystem,
  requests: number,
): Promise<Work> {
  await decideBatch(parentsAskedAtOnce(requests, now()));
  return perEach(workOf(await meter.count(send)), requests);
}
