import type { IdleWork } from './idle.ts';
import { memoryOf, type Deployment } from './deployment.ts';
import { assumptions, callPrices, monthlyPrices, prices } from '../prices.ts';
import { plusCounts, total, type Counts, type Work } from '../work.ts';

/** US dollars by service, for so much work. */
export type Bill = Counts;

const million = 1_000_000;
const secondsPerMonth = 30 * 24 * 60 * 60;
const longPollSeconds = 20;

/** Functions that Lambda feeds from a queue: each batch is also received and deleted there, which is billed. */
const queueWorkers = ['decide-requests', 'send-request', 'note-deliveries', 'run-replay'] as const;

/**
 * @param times how often the work is done
 * @throws where a service has no price
 */
export function billFor(work: Work, times: number, deployment: Deployment): Bill {
  const gigabyteSeconds = Object.entries(work.invocations).reduce((sum, [name, count]) => {
    return sum + ((count * memoryOf(deployment, name)) / 1024) * (assumptions.billedMilliseconds / 1000);
  }, 0);
  const polled = queueWorkers.reduce((sum, name) => sum + 2 * (work.invocations[name] ?? 0), 0);
  const calls = plusCounts(work.calls, { 'sqs:polled by Lambda': polled });
  const perMillion = Object.entries(calls).reduce<Bill>(
    (bill, [call, count]) => plusCounts(bill, priceOfCalls(call, count)),
    {
      DynamoDB: work.readUnits * prices.readUnits.dollars + work.writeUnits * prices.writeUnits.dollars,
      Lambda:
        total(work.invocations) * prices.lambdaRequests.dollars +
        gigabyteSeconds * prices.lambdaSeconds.dollars,
      'API Gateway': work.apiRequests * prices.apiRequests.dollars,
    },
  );
  return plusCounts({}, perMillion, times / million);
}

function priceOfCalls(call: string, count: number): Bill {
  const service = call.split(':')[0] ?? call;
  if (service === 'dynamodb') return {};
  const price = callPrices[service];
  if (price === undefined) throw new Error(`${service} has no price`);
  return { [price.service]: count * price.dollars };
}

/** What a month costs in which nobody reports, asks or answers anything. */
export function idleBill(idle: IdleWork, deployment: Deployment): Bill {
  const runs = Object.values(idle.byFunction).reduce((sum, { runsPerMonth }) => sum + runsPerMonth, 0);
  const polls = (queueWorkers.length * assumptions.pollersPerQueue * secondsPerMonth) / longPollSeconds;
  const standing = Object.entries(monthlyPrices).map(
    ([type, { service, dollars }]) => [service, (deployment.resources[type] ?? 0) * dollars] as const,
  );
  return plusCounts(billFor(idle.month, 1, deployment), {
    ...Object.fromEntries(standing),
    'EventBridge Scheduler': (runs * prices.scheduledRuns.dollars) / million,
    ...plusCounts({}, priceOfCalls('sqs:polled by Lambda', polls), 1 / million),
  });
}
