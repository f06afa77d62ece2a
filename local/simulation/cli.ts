import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ZodError } from 'zod';
import { stageEvents } from './client-information-system.ts';
import { dateOf, dayOf } from './client-information-system/calendar.ts';
import { setClock, settle } from './control.ts';
import { chooseTarget, readOptions, usage, type Options, type Target } from './options.ts';
import { batchesByDay, batchesByNumber, type Batch } from './pace.ts';
import { postEvents } from './webhook.ts';

const endpointsFile = join(process.cwd(), '.local', 'endpoints.json');
const fullBatch = 500;

/** Sends the simulated events, and moves the local clock along when that was asked for. */
async function simulate(options: Options, target: Target): Promise<void> {
  const { seed, eventsPerYear, from, lastDay, rate, moveClock } = options;
  console.log(
    `Invented events of ${from} to ${lastDay}, seed ${seed}, about ${eventsPerYear} a year, to ${target.api}`,
  );
  const events = stageEvents({ seed, eventsPerYear, from, to: dateOf(dayOf(lastDay) + 1) });
  const perBatch = Math.min(fullBatch, Math.ceil(rate ?? fullBatch));
  let sent = 0;
  for (const batch of moveClock ? batchesByDay(events) : batchesByNumber(events, perBatch)) {
    const paced = rate === undefined ? undefined : pause((batch.events.length / rate) * 1000);
    await sendBatch(batch, target, moveClock);
    sent += batch.events.length;
    console.log(`${sent} events sent, the last of ${batch.until}`);
    await paced;
  }
  console.log(`Done: ${sent} events.`);
}

async function sendBatch(
  { events, until }: Batch,
  { api, secret, control }: Target,
  moveClock: boolean,
): Promise<void> {
  if (!moveClock || control === undefined) {
    await postEvents({ api, secret, now: Date.now }, events);
    return;
  }
  await setClock(control, until);
  await postEvents({ api, secret, now: () => Date.parse(until) }, events);
  const { failed } = await settle(control);
  if (failed.length > 0) throw new Error(`${failed.length} functions failed on ${until}: see .local/logs`);
}

/** One line that says what is wrong: a stack trace would not help the person at the command line. */
function explain(error: unknown): string {
  if (error instanceof ZodError)
    return 'the local system says something unexpected: is it of another version?';
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return 'the system does not answer: does it still run? (npm start)';
  }
  return error instanceof Error ? error.message : String(error);
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  const target = chooseTarget(options, endpointsFile);
  const { control } = target;
  if (!options.moveClock || control === undefined) {
    await simulate(options, target);
    return;
  }
  process.once('SIGINT', () => void setClock(control, null).finally(() => process.exit(130)));
  await simulate(options, target).finally(() => setClock(control, null));
}

await run().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
