import { createTables } from '../../local/emulators/dynamodb.ts';
import { recordsByDay } from '../../shared/contract/tables.ts';

/**
 * Makes the two tables that deciding needs, with nothing around them, and lets the adapters of this process find them:
 * whoever imports an adapter after this.
 */
export async function createBareTables(
  endpoint: string,
  invitations: string,
  settings: string,
): Promise<void> {
  const region = 'eu-north-1';
  const accessKeyId = 'local';
  const keySchema = [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ] as const;
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
  const { name, partition, sort } = recordsByDay;
  await createTables(endpoint, { region, accessKeyId }, [
    {
      name: invitations,
      keySchema: [...keySchema],
      attributes: [text('pk'), text('sk'), text(partition), text(sort)],
      indexes: [
        {
          IndexName: name,
          KeySchema: [
            { AttributeName: partition, KeyType: 'HASH' },
            { AttributeName: sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    },
    { name: settings, keySchema: [...keySchema], attributes: [text('pk'), text('sk')], indexes: [] },
  ]);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
  });
}
