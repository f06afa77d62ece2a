import type { ColdAndWarm } from './cold-and-warm.ts';
import type { PipelineMeasures } from './measure-pipeline.ts';
import type { Table } from './table.ts';
import { callsTo, total, type Counts, type Work } from './work.ts';

const worked = (what: string, work: Work): Table['rows'][number] => {
  const ofDynamoDb = callsTo('dynamodb', work);
  const { readUnits, writeUnits, calls, apiRequests, invocations } = work;
  return [
    what,
    readUnits,
    writeUnits,
    ofDynamoDb,
    total(calls) - ofDynamoDb,
    total(invocations),
    apiRequests,
  ];
};

/** What each step of the pipeline costs, in what AWS bills. */
export function workTable(measures: PipelineMeasures): Table {
  const { events, request, requestsAtOnce, answer, closings, reportList, reports, idle } = measures;
  return {
    title: 'Work, with warm functions',
    columns: ['per', 'read units', 'write units', 'DynamoDB calls', 'other calls', 'invocations', 'HTTP'],
    rows: [
      worked('event held back by an early gate', events.heldBack.warm),
      worked('event held back by a late gate', events.heldBackLate.warm),
      worked('the same, without a household', events.heldBackLateWithoutHousehold.warm),
      worked(`event held back early, ${events.batchLength} in a post`, events.heldBackInBatch),
      worked('event that asks 1 recipient', events.asksOne.warm),
      worked('the same, without a household', events.asksOneWithoutHousehold.warm),
      worked('event that asks 3 recipients', events.asksThree.warm),
      worked('request, released and sent alone', request.sent.warm),
      worked('request, withdrawn because of a hold', request.withdrawn.warm),
      worked(`request, ${requestsAtOnce.requests} at once`, requestsAtOnce.work),
      worked('answer (page, ballot, response)', answer.sealed.warm),
      worked('answer without JavaScript (page, code, form)', answer.form.warm),
      ...closings.flatMap(({ answers, invited, mix, publish }) => [
        worked(`counting who was asked, behind ${answers} answers`, invited),
        worked(`mix of ${answers} answers`, mix),
        worked(`publishing what ${answers} said`, publish),
      ]),
      worked('list of releases', reportList),
      ...reports.map(({ answers, work }) => worked(`release of ${answers} answers, read`, work)),
      ...Object.entries(idle.byFunction).map(([name, { work }]) => worked(`idle run of ${name}`, work)),
    ],
    notes: [
      'An event has one recipient where nothing else is said, and names a household. The early gate is one that needs ' +
        'nothing but the event (nobody in that role is asked); the late one looks at ledgers (asked too lately), and ' +
        'writes those that it has looked at, so that all decisions about the same people have one order.',
      'Units are those of DynamoDB on demand, as its engine counts them. What it leaves out is added as AWS bills it: ' +
        'items of a transaction that cost the same (it adds up distinct costs only; the items are weighed instead, and ' +
        'each transaction is held against the engine counted its way), the size of what a transaction checks without ' +
        'writing it, transactions that are refused (as though they had been carried out), keys that a batch reads in ' +
        'vain, and queries that find nothing. What Lambda itself does at a queue is not among the calls.',
    ],
  };
}

/** How costs grow, or do not. */
export function growthTable({ events, requestsAtOnce, request, closings, reports }: PipelineMeasures): Table {
  const ratio = (what: string, of: number, to: number): Table['rows'][number] => [what, of, to, of / to];
  const [few, many] = closings;
  const [fewRead, manyRead] = reports;
  const rows = [
    ratio(
      'write units: an event that asks 3, to one that asks 1',
      events.asksThree.warm.writeUnits,
      events.asksOne.warm.writeUnits,
    ),
    ratio(
      'write units: an event that asks 1, to one held back late',
      events.asksOne.warm.writeUnits,
      events.heldBackLate.warm.writeUnits,
    ),
    ratio(
      'write units: an event held back late, to one held back early',
      events.heldBackLate.warm.writeUnits,
      events.heldBack.warm.writeUnits,
    ),
    ratio(
      'write units: an event that asks 1, to the same without a household',
      events.asksOne.warm.writeUnits,
      events.asksOneWithoutHousehold.warm.writeUnits,
    ),
    ratio(
      `calls per request: ${requestsAtOnce.requests} at once, to one alone`,
      total(requestsAtOnce.work.calls),
      total(request.sent.warm.calls),
    ),
  ];
  if (few === undefined || many === undefined || fewRead === undefined || manyRead === undefined)
    throw new Error('growth is seen between two quarters');
  const times = `${many.answers} answers, to ${few.answers}`;
  return {
    title: 'Growth',
    columns: ['what', 'this', 'to this', 'ratio'],
    rows: [
      ...rows,
      ratio(`read units of reading a release: ${times}`, manyRead.work.readUnits, fewRead.work.readUnits),
      ratio(
        `mix, read units per answer: ${times}`,
        many.mix.readUnits / many.answers,
        few.mix.readUnits / few.answers,
      ),
      ratio(
        `mix, write units per answer: ${times}`,
        many.mix.writeUnits / many.answers,
        few.mix.writeUnits / few.answers,
      ),
      ratio(`mix, calls of KMS: ${times}`, callsTo('kms', many.mix), callsTo('kms', few.mix)),
    ],
    notes: [
      `The pool also holds the sealed answers of quarters before, until they expire: the mix of ${many.answers} reads ` +
        `past the ${few.answers} that were counted before. It reads the pool twice, the first time no further than one ` +
        'page of a megabyte.',
    ],
  };
}

/** Which calls each function makes on the path of one event and one request. */
export function callsTable({ events, request }: PipelineMeasures): Table {
  const rowsOf = (what: string, { warmByFunction }: ColdAndWarm): Table['rows'] =>
    Object.entries(warmByFunction).map(([name, { calls, readUnits, writeUnits }]) => [
      what,
      name,
      inWords(calls),
      readUnits,
      writeUnits,
    ]);
  return {
    title: 'Calls of one event and of one request',
    columns: ['step', 'function', 'calls', 'read units', 'write units'],
    rows: [
      ...rowsOf('event held back late', events.heldBackLate),
      ...rowsOf('event that asks 3', events.asksThree),
      ...rowsOf('request that is sent', request.sent),
      ...rowsOf('request that is withdrawn', request.withdrawn),
    ],
    notes: [
      'Deciding costs one consistent batch read and one transaction for all recipients together. Sending costs one read, ' +
        'one claim, which also checks the case, the person and the address, and one closing write; the benchmark fails ' +
        'where it costs anything else. A request whose claim is refused is looked at again by the gates that decided it.',
    ],
  };
}

/** What the first run in a fresh execution environment adds to the work above. */
export function coldTable({ events, request, answer }: PipelineMeasures): Table {
  const extras = [events.heldBack, request.sent, answer.sealed, answer.form].flatMap(({ coldExtra }) =>
    Object.entries(coldExtra),
  );
  return {
    title: 'A cold start adds',
    columns: ['function', 'read units', 'write units', 'calls'],
    rows: extras.map(([name, { readUnits, writeUnits, calls }]) => [
      name,
      readUnits,
      writeUnits,
      inWords(calls),
    ]),
    notes: [
      'Secrets and public keys are read once in a function’s life; units and contexts are written once for each that an ' +
        'environment meets, here for one. What is not listed adds no call.',
    ],
  };
}

const inWords = (calls: Counts): string =>
  Object.entries(calls)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
