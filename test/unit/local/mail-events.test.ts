/**
 * A mail to a mailbox of SES's simulator makes the event that SES would, and it takes the route of our own template: the
 * event destination of the configuration set, the default bus, the rule, the queue. Take any part of the route away, and
 * nothing arrives. The mails are handed over by our own mailer, and the messages read by our own reader.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMailEvent } from '../../../functions/note-deliveries/mail-event.ts';
import { createBus } from '../../../local/emulators/bus.ts';
import { createKms } from '../../../local/emulators/kms.ts';
import { publisherTo, type MailEventDestination } from '../../../local/emulators/mail-events.ts';
import { startSesLocal, type SesLocal } from '../../../local/emulators/ses.ts';
import { account, identityBehind, placeOf } from '../../../local/place.ts';
import { readInbox } from '../../../local/simulation/inbox.ts';
import { readTemplates } from '../../../local/template/read.ts';
import { synthesize } from '../../../local/template/synthesis.ts';
import { busRulesOf, mailEventDestinationsOf } from '../../../local/template/wiring.ts';
import type { Backend } from '../../../local/wire/backend.ts';
import { authorityIn } from '../../../local/wire/grants.ts';
import { startWire, type Wire } from '../../../local/wire/wire.ts';
import { delayed } from '../../support/mail-events.ts';

const region = 'eu-north-1';
const addresses = { region, account, sqs: 'http://127.0.0.1:2', api: 'http://127.0.0.1:3' };
// An issuer of our own spares the template a user pool, which this machine has none of.
const resources = readTemplates(
  synthesize({ oidcIssuer: 'http://127.0.0.1:1', oidcAudience: 'kuultu' }),
  addresses,
);
const [configurationSet = ''] = resources.namesOf('AWS::SES::ConfigurationSet');
const now = Date.parse('2026-03-03T10:15:00+02:00');

let wire: Wire;
let ses: SesLocal;
/** What came to queues, in order. */
const messages: { queue: string; body: string }[] = [];
const take = (): typeof messages => messages.splice(0);

const rules = busRulesOf(resources, (arn, body) => {
  messages.push({ queue: arn.split('-').at(-1) ?? '', body });
  return Promise.resolve();
});
const bus = createBus({
  rules,
  busNames: new Set(resources.namesOf('AWS::Events::EventBus')),
  region,
  now: () => now,
});
const destinations: MailEventDestination[] = [];

beforeAll(async () => {
  wire = await startWire();
  const arnOf = (name: string): string => `arn:aws:ses:${region}:${account}:configuration-set/${name}`;
  ses = await startSesLocal({
    verified: (address) => identityBehind(resources, address) !== undefined,
    configurationSets: new Set([configurationSet]),
    publish: (...mailEvent) => publisherTo(destinations, bus.publish, arnOf)(...mailEvent),
    now: () => now,
  });
  const absent: Backend = () => Promise.reject(new Error('Not there'));
  wire.connect({
    place: placeOf(resources, region, createKms([])),
    authority: authorityIn(resources),
    backends: {
      ...{ dynamodb: absent, s3: absent, sqs: absent, secretsmanager: absent, kms: absent },
      ...{ ses: ses.backend, events: bus.backend },
    },
    crash: () => undefined,
  });
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ENDPOINT_URL_SES', wire.addresses.ses);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'send-request.1');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await wire.close();
  await ses.close();
});
beforeEach(() => {
  destinations.splice(0, Infinity, ...mailEventDestinationsOf(resources));
  messages.splice(0);
});

const mail = {
  subject: 'Miten sinua kuultiin?',
  text: 'Hyvää päivää\n',
  html: '<p>Hyvää päivää</p>',
  preferences: 'https://palaute.example/fi/p/reference',
};

/** @returns what became of the handover, and whether the recipient has the mail */
async function send(to: string): Promise<[outcome: string, hasArrived: boolean]> {
  const { handOver } = await import('../../../shared/adapters/mailer.ts');
  const sender = { name: 'Esimerkki', address: 'palaute@kuultu.example', replyTo: 'kysy@kuultu.example' };
  const envelope = { sender, to, configurationSet, requestId: 'r-1' };
  const outcome = await handOver(envelope, mail);
  const inbox = await readInbox(wire.addresses.ses);
  return [outcome, inbox.some((one) => one.to.includes(to))];
}

const simulator = (mailbox: string): string => `${mailbox}@simulator.amazonses.com`;

describe('a mail to the simulator', () => {
  it.each([
    ['bounce', false, 'bounced'],
    ['bounce+ann', false, 'bounced'],
    ['BOUNCE+Ann.2', false, 'bounced'],
    ['suppressionlist', false, 'bounced'],
    ['complaint', true, 'complained'],
    ['complaint+bob', true, 'complained'],
  ])(
    'at %s is taken; that it arrives is %s, and the queue hears that it %s',
    async (mailbox, arrives, delivery) => {
      const to = simulator(mailbox);
      expect(await send(to)).toEqual(['sent', arrives]);
      const heard = take();
      expect(heard).toMatchObject([{ queue: expect.stringMatching(/^DeliveriesQueue/) as string }]);
      expect(heard.map(({ body }) => readMailEvent(JSON.parse(body)))).toEqual([
        { delivery, suppressed: [to.toLowerCase()], requestId: 'r-1' },
      ]);
    },
  );

  it.each([simulator('success+1'), simulator('ooto'), simulator('bouncer'), 'bounce@example.org'])(
    'or anybody else at %s arrives, and there is nothing to tell',
    async (to) => {
      expect(await send(to)).toEqual(['sent', true]);
      expect(take()).toEqual([]);
    },
  );
});

describe('without', () => {
  const bounce = simulator('bounce');

  it('an event destination, nobody hears of a bounce', async () => {
    destinations.splice(0);
    expect(await send(bounce)).toEqual(['sent', false]);
    expect(take()).toEqual([]);
  });

  it('this type of event in the destination, nobody hears of it', async () => {
    destinations.splice(0, 1, {
      configurationSet,
      types: ['complaint', 'deliveryDelay'],
      busName: 'default',
    });
    await send(bounce);
    expect(take()).toEqual([]);
    await send(simulator('complaint'));
    expect(take()).toHaveLength(1);
  });

  it('a destination of this configuration set, nobody hears of it', async () => {
    destinations.splice(0, 1, { configurationSet: 'another', types: ['bounce'], busName: 'default' });
    await send(bounce);
    expect(take()).toEqual([]);
  });
});

describe('the rule', () => {
  const event = (changes: object = {}, configurationSetOfMail = configurationSet) => ({
    source: 'aws.ses',
    detailType: 'Email Delivery Delayed',
    resources: [],
    detail: delayed({ configurationSet: configurationSetOfMail }),
    ...changes,
  });

  it('takes a delay from the default bus', async () => {
    await bus.publish('default', event());
    expect(take().map(({ body }) => readMailEvent(JSON.parse(body)))).toEqual([
      { delivery: 'delayed', suppressed: [], requestId: 'r-1' },
    ]);
  });

  it.each([
    ['of another configuration set', 'default', event({}, 'another')],
    ['of another service', 'default', event({ source: 'aws.ses2' })],
    ['of another type', 'default', event({ detailType: 'Email Opened' })],
    ['without a mail', 'default', event({ detail: {} })],
    ['on another bus', 'kuultu', event()],
  ])('takes none %s', async (_, busName, other) => {
    await bus.publish(busName, other);
    expect(take()).toEqual([]);
  });
});

describe('a caller', () => {
  const put = async (entry: object): Promise<unknown> => {
    const headers = { 'x-amz-target': 'AWSEvents.PutEvents' };
    const body = Buffer.from(
      JSON.stringify({ Entries: [{ DetailType: 'Email Bounced', Detail: '{}', ...entry }] }),
    );
    const answer = await bus.backend({ method: 'POST', path: '/', headers, body });
    return JSON.parse(answer.body.toString());
  };

  it('may put events on the default bus, but not in the name of a service of AWS', async () => {
    expect(await put({ Source: 'cis' })).toMatchObject({ FailedEntryCount: 0 });
    expect(await put({ Source: 'aws.ses' })).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'NotAuthorizedForSourceException' }],
    });
    expect(await put({ Source: 'cis', EventBusName: 'nowhere' })).toMatchObject({
      Entries: [{ ErrorCode: 'ResourceNotFoundException' }],
    });
  });
});

describe('a template', () => {
  const read = (changes: object) =>
    readTemplates(
      [
        {
          stackName: 'S',
          template: {
            Resources: {
              Told: {
                Type: 'AWS::SES::ConfigurationSetEventDestination',
                Properties: {
                  ConfigurationSetName: 'set',
                  EventDestination: {
                    Enabled: true,
                    MatchingEventTypes: ['bounce'],
                    EventBridgeDestination: {
                      EventBusArn: 'arn:aws:events:eu-north-1:000000000000:event-bus/default',
                    },
                    ...changes,
                  },
                },
              },
            },
          },
        },
      ],
      addresses,
    );

  it('tells where events of mails go', () => {
    expect(mailEventDestinationsOf(read({}))).toEqual([
      { configurationSet: 'set', types: ['bounce'], busName: 'default' },
    ]);
  });

  it.each([
    ['an event that is not made here', { MatchingEventTypes: ['open'] }],
    ['a destination that is off', { Enabled: false }],
    ['a destination that is off unless it says otherwise', { Enabled: undefined }],
    [
      'a bus that SES does not take',
      { EventBridgeDestination: { EventBusArn: 'arn:aws:events:x:0:event-bus/kuultu' } },
    ],
    [
      'another kind of destination',
      { EventBridgeDestination: undefined, SnsDestination: { TopicARN: 'arn' } },
    ],
  ])('with %s is not understood', (_, changes) => {
    expect(() => read(changes)).toThrow('ConfigurationSetEventDestination');
  });
});
