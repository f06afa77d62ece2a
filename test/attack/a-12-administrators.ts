import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { askAs } from '../support/staff.ts';
import { readStored, restoreStored } from '../support/stored-items.ts';
import { tableIds } from '../../shared/domain/reports/table.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { Quarter } from '../../shared/domain/calendar/month.ts';
import { attack, type Outcome, type Try } from './attack.ts';
import { whileWeak, type Weakness } from './weaker/altered.ts';
import { weakerFunctions } from './weaker/changes.ts';
import { units, type Unit } from './world/cast.ts';
import { itemsNow } from './world/counts.ts';
import type { Stage } from './world/stage.ts';
import type { World } from './world/world.ts';

/*
 * A release is computed once. If anything an administrator may do brought out other figures of the same period, the two
 * could be subtracted. So they move units, merge them, ask for other thresholds, and let everything run once more.
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

const ask = async ({ system }: Stage, path: string, method = 'GET', body?: unknown) =>
  askAs(system, 'admin', path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });

/** The list's entries about a quarter, every document, and the items behind them. */
async function readReleases(stage: Stage, quarter: Quarter): Promise<string[]> {
  const { releases } = listSchema.parse((await ask(stage, '/v1/reports')).body);
  const documents = await Promise.all(tableIds.map((table) => ask(stage, `/v1/reports/${table}/${quarter}`)));
  const items = await itemsNow(stage.system, environment.reportsTable);
  const about = items.filter(({ pk, sk }) => `${String(pk)} ${String(sk)}`.includes(quarter));
  return [...releases.filter(({ period }) => period === quarter), ...documents, ...about].map(textOf);
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
