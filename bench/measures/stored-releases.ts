import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { environment } from '../../shared/contract/environment.ts';
import { packed } from '../../shared/adapters/packed.ts';
import { figuresOf } from '../../shared/domain/releases/figures.ts';
import type { Release } from '../../shared/domain/releases/release.ts';
import type { System } from '../../local/system.ts';

const units = 20;
const items = ['heard', 'respect', 'trust', 'enough', 'benefit'];
/** How many of 50 people choose each step. */
const fifty = [2, 3, 7, 18, 20];

/** A table of the same 20 units and questions, with so many times 1 000 people behind it. */
function releaseOf(period: string, times: number): Release {
  const same = (text: string) => ({ fi: text, sv: text, en: text });
  const cells = Array.from({ length: units }, (_, unit) =>
    items.map((item, shift) => ({
      ...{ region: 'region', unit: `unit-${unit}`, item },
      // Every cell differs a little, so that nothing compresses better than real figures do.
      ...figuresOf(
        { from: 1, counts: fifty.map((count, step) => times * (count + ((unit + shift + step) % 3))) },
        'full',
      ),
      ...{ responseRate: null, earlier: [] },
    })),
  ).flat();
  return {
    ...{ table: 'T1', period, revision: 1, releasedOn: '2020-04-01', correction: null },
    ...{ title: same('Invented'), dimensions: ['region', 'unit', 'item'], labels: {}, notes: [], cells },
  };
}

/** Stores invented releases as the publisher does: one of about 1 000 people's answers, and one of a million. */
export async function storeReleases(system: System): Promise<{ period: string; answers: number }[]> {
  const { dynamodb: endpoint, region } = system.endpoints;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  try {
    const invented = [
      { period: '2020-Q1', answers: 1_000, times: 1 },
      { period: '2020-Q2', answers: 1_000_000, times: 1_000 },
    ];
    for (const { period, times } of invented) {
      const document = packed(releaseOf(period, times));
      const item = { pk: `RELEASE#T1#${period}`, sk: 'REVISION#0001', document };
      const table = system.tables[environment.reportsTable] ?? '';
      await client.send(new PutItemCommand({ TableName: table, Item: marshall(item) }));
    }
    return invented.map(({ period, answers }) => ({ period, answers }));
  } finally {
    client.destroy();
  }
}
