import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeDefinition } from '@aws-sdk/client-dynamodb';
import { createTables, startDynamoDbLocal } from '../../local/emulators/dynamodb.ts';
import { createTeardown } from '../../local/teardown.ts';
import { itemKey, recordsByDay } from '../../shared/contract/tables.ts';
import { runApart } from '../run-apart.ts';
import { fileReplaySchema, tableReplaySchema, type FileReplay, type TableReplay } from '../replay/outcome.ts';

/** What it takes to try a draft on a year of a large county, and what reading it costs. */
export type ReplayMeasures = {
  /** What the heap of the replaying process may hold, as in the function that does it. */
  readonly heapMegabytes: number;
  /** The rules under which the year was decided. */
  readonly liveRules: FileReplay;
  /** The same with half the cap on what one person is asked. */
  readonly halfTheCap: FileReplay;
  /** The first days of that year, over DynamoDB Local. */
  readonly overTable: TableReplay;
};

/** Events of a year of a large county; each names two or three people, unless it tells of a hold. */
const events = 100_000;
const fewestRecipients = 250_000;
/** Days whose records are replayed over DynamoDB Local: about 10 000 recipients. */
const daysInTable = 15;
const halfTheCap = '2';

/** Lambda leaves so much of a function's memory to what Node keeps outside its heap. */
const heapShare = 0.9;

/** @param memoryMegabytes of the function that replays */
export async function measureReplay(memoryMegabytes: number): Promise<ReplayMeasures> {
  const folder = mkdtempSync(join(tmpdir(), 'kuultu-replay-'));
  const heapMegabytes = Math.floor(memoryMegabytes * heapShare);
  const replayFile = async (...parameters: string[]): Promise<FileReplay> => {
    const heap = `--max-old-space-size=${heapMegabytes}`;
    return fileReplaySchema.parse(await runApart(scripts.replayFile, [file, ...parameters], [heap]));
  };
  const file = join(folder, 'year.jsonl');
  try {
    await runApart(scripts.writeYear, [file, String(events)]);
    const liveRules = await replayFile();
    if (liveRules.recipients < fewestRecipients) throw new Error('the invented year names too few people');
    return {
      heapMegabytes,
      liveRules: reproduced(liveRules),
      halfTheCap: await replayFile(halfTheCap),
      overTable: reproduced(await replayTable()),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws where the rules of the time decide anything but what was decided */
function reproduced<Replayed extends FileReplay | TableReplay>(replay: Replayed): Replayed {
  if (replay.different > 0 || replay.same !== replay.recipients)
    throw new Error(`a replay of the same rules has ${replay.different} other decisions`);
  return replay;
}

const owner = { region: 'eu-north-1', accessKeyId: 'local' };

async function replayTable(): Promise<TableReplay> {
  const teardown = createTeardown();
  try {
    const url = await startDynamoDbLocal(teardown);
    const name = 'Invitations';
    await createTables(url, owner, [{ name, ...layout }]);
    const credentials = { AWS_ACCESS_KEY_ID: owner.accessKeyId, AWS_SECRET_ACCESS_KEY: 'local' };
    return tableReplaySchema.parse(
      await runApart(scripts.replayTable, [name, String(events), String(daysInTable)], [], {
        ...{ AWS_ENDPOINT_URL_DYNAMODB: url, AWS_REGION: owner.region },
        ...credentials,
      }),
    );
  } finally {
    await teardown.run();
  }
}

const keyOf = ({ partition, sort }: Readonly<Record<'partition' | 'sort', string>>) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];
const layout = {
  keySchema: keyOf(itemKey),
  attributes: [itemKey, recordsByDay]
    .flatMap(keyOf)
    .map(({ AttributeName }): AttributeDefinition => ({ AttributeName, AttributeType: 'S' })),
  indexes: [
    {
      IndexName: recordsByDay.name,
      KeySchema: keyOf(recordsByDay),
      Projection: { ProjectionType: 'ALL' as const },
    },
  ],
};

const scripts = {
  writeYear: import.meta.resolve('../replay/write-year.ts'),
  replayFile: import.meta.resolve('../replay/replay-file.ts'),
  replayTable: import.meta.resolve('../replay/replay-table.ts'),
};
