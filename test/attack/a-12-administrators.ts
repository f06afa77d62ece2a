import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { askAs } from '../support/staff.ts';
import { readStored, restoreStored } from '../support/stored-items.ts';
import { editionsOf } from '../../shared/domain/releases/editions.ts';
import { environment } from '../../shared/contract/environment.ts';
import { monthsOf, type Quarter } from '../../shared/domain/calendar/month.ts';
import { attack, type Outcome, type Try } from './attack.ts';
import { whileWeak, type Weakness } from './weaker/altered.ts';
import { weakerFunctions } from './weaker/changes.ts';
import { units, type Unit } from './world/cast.ts';
import { itemsNow } from './world/counts.ts';
import type { Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * A release is computed once. If anything an administrator may do brought out other figures of the same period, the two
 * could be subtracted. So they move units, merge them, ask for other thresholds and for corrections, and let everything run
 * once more.
 */

type Attacked = {
  readonly stage: Stage;
  /** A quarter that has been released. */
  readonly quarter: Quarter;
  readonly weakness: Weakness;
  /** All that there is to be read of it. */
  readonly read: (stage: Stage, quarter: Quarter) => Promise<readonly string[]>;
};

const listSchema = z.object({ releases: z.array(z.object({ period: z.string() }).loose()) });

const ask = async ({ system }: Stage, path: string, method = 'GET', body?: unknown, headers = {}) =>
  askAs(system, 'admin', path, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** The list's entries about a quarter, every document, and the items behind them. */
async function readReleases(stage: Stage, quarter: Quarter): Promise<string[]> {
  const { releases } = listSchema.parse((await ask(stage, '/v1/reports')).body);
  const editions = [...editionsOf(quarter), { table: 'C1', period: quarter }];
  const documents = await Promise.all(
    editions.map(({ table, period }) => ask(stage, `/v1/reports/${table}/${period}`)),
  );
  const items = await itemsNow(stage.system, environment.reportsTable);
  const periods = [quarter, ...monthsOf(quarter)];
  const about = items.filter(({ pk, sk }) =>
    periods.some((period) => `${String(pk)} ${String(sk)}`.includes(period)),
  );
  return [...releases.filter(({ period }) => periods.includes(period)), ...documents, ...about].map(textOf);
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array ? Buffer.from(inner).toString('base64') : inner,
  );

/** Something that an administrator does. @returns whether it brought out other figures by itself */
type Deed = (stage: Stage, quarter: Quarter) => Promise<boolean>;

const place = async (stage: Stage, changes: (unit: Unit) => object): Promise<boolean> => {
  for (const unit of units) {
    const name = { fi: `Keksitty ${unit.id}`, sv: `Påhittad ${unit.id}`, en: `Invented ${unit.id}` };
    const { region, organisation } = unit;
    const body = { name, region, organisation, public: false, ...changes(unit) };
    const { status } = await ask(stage, `/v1/units/${unit.id}`, 'PUT', body);
    if (status >= 300) throw new Error(`a unit could not be moved: ${status}`);
  }
  return false;
};

/** Asks that a quarter be released once more, in the coming night. */
async function askForCorrection(stage: Stage, quarter: Quarter): Promise<void> {
  const reason = { reason: 'The figures should be other ones.' };
  const { status } = await ask(stage, `/v1/corrections/${quarter}`, 'PUT', reason);
  if (status !== 202) throw new Error(`a correction could not be asked for: ${status}`);
}

/** Whether another threshold is taken for a quarter that has been released. */
async function isTaken(stage: Stage, from: Quarter, answersMin: number): Promise<boolean> {
  const body = { thresholds: [{ from, answersMin }] };
  const answers = [
    await ask(stage, '/v1/thresholds', 'PUT', body, { 'if-none-match': '*' }),
    await ask(stage, '/v1/thresholds', 'PUT', body, { 'if-match': '*' }),
  ];
  return answers.some(({ status }) => status < 400);
}

const lowered = { k: 1, responsesMin: 1, batchMin: 1, threshold: 0 };

const deeds: Readonly<Record<string, Deed>> = {
  'a unit is moved to another region': (stage) =>
    place(stage, ({ id }) => (id === units[0]?.id ? { region: 'south' } : {})),
  'all units are merged': (stage) => place(stage, () => ({ region: 'all', organisation: 'all' })),
  'every unit becomes a region': (stage) => place(stage, ({ id }) => ({ region: id, organisation: id })),
  'units are made public': (stage) => place(stage, () => ({ public: true })),
  'rules are saved with a lower threshold': async (stage) => {
    const path = '/v1/rules/plan-meeting-held';
    await ask(stage, path, 'PUT', { ...z.looseObject({}).parse((await ask(stage, path)).body), ...lowered });
    return false;
  },
  'a lower threshold is asked for': async (stage, quarter) => {
    const path = `/v1/reports/T2/${quarter}`;
    const asked = Object.keys(lowered).map((name) => `${name}=1`);
    return textOf(await ask(stage, path)) !== textOf(await ask(stage, `${path}?${asked.join('&')}`));
  },
  'another threshold is demanded for the past, and a correction': async (stage, quarter) => {
    const taken = [await isTaken(stage, quarter, 1), await isTaken(stage, quarter, 50)];
    await askForCorrection(stage, quarter);
    return taken.includes(true);
  },
  'all units are merged, and a correction is asked for': async (stage, quarter) => {
    await place(stage, () => ({ region: 'all', organisation: 'all' }));
    await askForCorrection(stage, quarter);
    return false;
  },
  'a release is put, patched, posted and deleted': async (stage, quarter) => {
    const paths = ['/v1/reports', `/v1/reports/T1/${quarter}`, `/v1/reports/T1/${quarter}/reopen`];
    const methods = ['PUT', 'PATCH', 'POST', 'DELETE'];
    const asked = methods.flatMap((method) => paths.map((path) => ask(stage, path, method, lowered)));
    return (await Promise.all(asked)).some(({ status }) => status < 400);
  },
  'a night passes': async (stage) => {
    await stage.moveTo(stage.now + 24 * 3600_000);
    return false;
  },
};

/** What runs at the close runs once more, out of turn. */
async function runAgain({ system }: Stage): Promise<void> {
  for (const name of ['count-invited', 'mix-responses', 'publish-report']) {
    const { ok } = await system.invoke(name);
    if (!ok) throw new Error(`${name} failed when it ran once more`);
  }
}

async function tryOn({ stage, quarter, weakness, read }: Attacked): Promise<Outcome> {
  const { system } = stage;
  const stored = await readStored(system, environment.reportsTable);
  return whileWeak(system, weakness, async () => {
    const tries: Try[] = [];
    for (const [name, deed] of Object.entries(deeds)) {
      const released = await read(stage, quarter);
      if (released.length === 0) throw new Error('nothing was released');
      const isNew = await deed(stage, quarter);
      await runAgain(stage);
      const isOther = isNew || !isDeepStrictEqual(await read(stage, quarter), released);
      tries.push({ name: `other figures once ${name}`, success: isOther ? 1 : 0, chance: 0, limit: 0 });
    }
    await place(stage, () => ({}));
    await restoreStored(system, environment.reportsTable, stored);
    return { tries };
  });
}

const target =
  (weakness: Weakness = {}, read = readReleases) =>
  ({ stage, quarter }: World): Attacked => ({ stage, quarter, weakness, read });

const unitsSchema = z.object({ units: z.array(z.object({ id: z.string(), region: z.string() })) });
const unitFigures = z.object({
  cells: z.array(z.object({ unit: z.string(), item: z.string(), responses: z.int() })),
});

/** What a report server would show that adds up units to regions whenever it is asked. */
async function addedUp(stage: Stage, quarter: Quarter): Promise<string[]> {
  const { cells } = unitFigures.parse((await ask(stage, `/v1/reports/T1/${quarter}`)).body);
  const { units: placed } = unitsSchema.parse((await ask(stage, '/v1/units')).body);
  const regions = new Map(placed.map(({ id, region }) => [id, region]));
  const sums = Map.groupBy(cells, ({ unit, item }) => `${regions.get(unit) ?? unit} ${item}`);
  return [...sums]
    .map(([name, within]) => `${name}: ${within.reduce((sum, { responses }) => sum + responses, 0)}`)
    .toSorted();
}

export const administrators = attack<Attacked>({
  id: 'A-12',
  adversary: 'is an administrator, and can let every function run again',
  tries: 'to bring out other figures of a quarter that has been released',
  view: target(),
  attempt: tryOn,
  weakened: [
    {
      name: 'a release is computed anew each day (weaker function)',
      view: target(weakerFunctions.computingAnew),
    },
    { name: 'regions are added up when they are asked for (view changed)', view: target({}, addedUp) },
  ],
});
