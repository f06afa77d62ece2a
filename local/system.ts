import { environment } from '../shared/contract/environment.ts';
import { createClock, parseInstant } from './clock.ts';
import type { Clock } from './clock.ts';
import { startControl } from './control.ts';
import type { Bus } from './emulators/bus.ts';
import { startDynamoDbLocal } from './emulators/dynamodb.ts';
import { startEmulators } from './emulators/emulators.ts';
import type { Emulators } from './emulators/emulators.ts';
import { startOidc } from './emulators/oidc.ts';
import type { Endpoints } from './endpoints.ts';
import type { Invocation } from './functions/environment.ts';
import { createFleet } from './functions/fleet.ts';
import type { Fleet } from './functions/fleet.ts';
import { apiOf } from './gateway/api.ts';
import { startGateway } from './gateway/gateway.ts';
import { keepMoving } from './live.ts';
import { createLogs } from './logs.ts';
import type { Logs } from './logs.ts';
import { account, placeOf } from './place.ts';
import { drain } from './queues/event-source.ts';
import { schedulesOf } from './schedules/schedules.ts';
import { createMover } from './settle.ts';
import type { Mover, Settled } from './settle.ts';
import { createTeardown } from './teardown.ts';
import type { Teardown } from './teardown.ts';
import { readTemplates } from './template/read.ts';
import type { Resources } from './template/read.ts';
import { synthesize } from './template/synthesis.ts';
import { deadLetterQueuesOf, eventSourcesOf } from './template/wiring.ts';
import { authorityIn } from './wire/grants.ts';
import type { Statement } from './wire/iam.ts';
import { startWire } from './wire/wire.ts';
import type { Wire } from './wire/wire.ts';

export type SystemOptions = {
  /** Port of the API, and of the web pages with it; a free one when absent. */
  port?: number;
  /** ISO date and time with an offset at which the clock stands from the start; live when absent. */
  now?: string;
  /** Folder for the functions' output, emptied first. Kept in memory only when absent. */
  logFolder?: string;
  /** Further context for the synthesis, over the runner's own. */
  context?: Record<string, string>;
  /** Takes one line at each step on the way up. */
  onProgress?: (line: string) => void;
  /** Takes one line for each invocation that failed. */
  onFailure?: (line: string) => void;
};

/** The whole system on this machine, for `npm start`, tests and measurements. */
export type System = {
  endpoints: Endpoints;
  clock: Clock;
  /** Runs what is due and drains every queue, until the system is idle at this time. */
  settle: () => Promise<Settled>;
  logs: Logs;
  wire: Pick<Wire, 'addresses' | 'failOnce' | 'ledger' | 'withhold'>;
  /** What the template grants to each function, by its folder's name. */
  grants: ReadonlyMap<string, readonly Statement[]>;
  /** Names of the tables, by the variable that tells the functions (`POOL_TABLE`). */
  tables: Record<string, string>;
  /** Names of the buckets, by the variable that tells the functions (`RELEASES_BUCKET`). */
  buckets: Record<string, string>;
  /** Puts an event on a bus, as a service of AWS does. */
  publish: Bus['publish'];
  /** Runs a function once, by its folder's name. Never rejects for a failure of the function. */
  invoke: (functionName: string, event?: unknown) => Promise<Invocation>;
  /** Lets a function that is idle forget what it has in memory, as a deployment does. */
  restart: (functionName: string) => Promise<void>;
  /** Runs other code in a function's stead, from the URL of its module. Returns what puts the function's own back. */
  replace: Fleet['replace'];
  stop: () => Promise<void>;
};

/**
 * Brings the whole system up from its own template, and runs every schedule once. Whatever has come up is taken down
 * again when something fails.
 */
export const startSystem = async (options: SystemOptions = {}): Promise<System> => {
  const teardown = createTeardown();
  try {
    return await bringUp(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
};

/** What any OIDC issuer may call its groups; Cognito's own name for them is the default in the cloud. */
const groupsClaim = 'groups';

const bringUp = async (options: SystemOptions, teardown: Teardown): Promise<System> => {
  const progress = options.onProgress ?? (() => undefined);
  const clock = createClock(instantOf(options.now));
  const logs = createLogs(options.logFolder);
  const dynamodbUrl = startDynamoDbLocal(teardown);
  // The template is read while the engine comes up. A failure is met where the address is waited for.
  dynamodbUrl.catch(() => undefined);
  const gateway = await startGateway(options.port ?? 0, clock);
  teardown.add(gateway.close);
  const wire = await startWire();
  teardown.add(wire.close);
  const oidc = await startOidc(groupsClaim);
  teardown.add(oidc.close);

  progress('Synthesizing the template');
  const context: Record<string, string> = {
    ...{ oidcIssuer: oidc.issuer, oidcAudience: oidc.audience, groupsClaim, webOrigin: gateway.url },
    ...options.context,
  };
  const region = context['region'] ?? 'eu-north-1';
  const addresses = { region, account, sqs: wire.addresses.sqs, api: gateway.url };
  const resources = readTemplates(synthesize(context), addresses);

  progress('Starting the emulators');
  const emulators = await startEmulators(resources, {
    ...{ region, clock, dynamodbUrl, teardown },
    sqsUrl: wire.addresses.sqs,
  });
  const fleet = createFleet(resources, {
    ...{ region, logs, addresses: wire.addresses, clock: clock.shared },
    onFailure: (line) => options.onFailure?.(line),
  });
  teardown.add(fleet.stop);
  const authority = authorityIn(resources);
  wire.connect({
    place: placeOf(resources, region, emulators.kms),
    authority,
    backends: emulators.backends,
    crash: fleet.crash,
  });
  gateway.serve(apiOf(resources, fleet.invoke));
  const mover = moverOf(resources, { clock, region, emulators, fleet, wire });
  const control = await startControl({ clock, mover, logs, ledger: wire.ledger });
  teardown.add(control.close);

  progress('Running every schedule once');
  await mover.settle();
  teardown.add(keepMoving(clock, mover.tick));

  const variables = Object.fromEntries(fleet.descriptions.flatMap((one) => Object.entries(one.variables)));
  const namesOf = (suffix: string) =>
    Object.fromEntries(Object.entries(variables).filter(([name]) => name.endsWith(suffix)));
  return {
    endpoints: {
      ...{ api: gateway.url, web: gateway.url, control: control.url },
      ...{ dynamodb: wire.addresses.dynamodb, sqs: wire.addresses.sqs, ses: wire.addresses.ses, region },
      webhookSecret: `whsec_${emulators.secrets.valueOf(variables[environment.webhookSecretArn] ?? '')}`,
      tokens: oidc.tokens,
    },
    ...{ clock, logs },
    settle: mover.settle,
    wire: {
      ...{ addresses: wire.addresses, ledger: wire.ledger },
      ...{ failOnce: wire.failOnce, withhold: wire.withhold },
    },
    grants: new Map(fleet.descriptions.map(({ name }) => [name, authority.statementsOf(name) ?? []])),
    ...{ tables: namesOf('_TABLE'), buckets: namesOf('_BUCKET') },
    publish: emulators.bus.publish,
    invoke: (name, event = {}) => fleet.invoke(name, event),
    restart: fleet.restart,
    replace: fleet.replace,
    stop: teardown.run,
  };
};

const instantOf = (now: string | undefined): number | undefined => {
  const instant = parseInstant(now);
  if (now !== undefined && instant === undefined)
    throw new Error(`Not a date and time with an offset: ${now}`);
  return instant;
};

type Moving = { clock: Clock; region: string; emulators: Emulators; fleet: Fleet; wire: Wire };

/** What moves the system on: its schedules, and its queues with their functions. */
const moverOf = (resources: Resources, { clock, region, emulators: { sqs }, fleet, wire }: Moving): Mover => {
  const deadLetterQueues = deadLetterQueuesOf(resources);
  return createMover({
    clock,
    schedules: schedulesOf(resources, fleet, clock),
    sources: eventSourcesOf(resources, fleet.descriptions),
    drain: (source) => drain(source, sqs, region, (event) => fleet.invoke(source.functionName, event)),
    deadLetters: () =>
      deadLetterQueues
        .map((queue) => ({ queue, messages: sqs.count(queue) }))
        .filter(({ messages }) => messages > 0),
    writes: wire.ledger.writes,
  });
};
