import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { TableReplay } from './outcome.ts';

type Queries = Pick<TableReplay, 'records' | 'pages' | 'emptyDays' | 'readUnits'>;

const answered = z.object({
  Count: z.int(),
  ConsumedCapacity: z.object({ CapacityUnits: z.number() }),
});

/**
 * Counts the queries that a client makes from now on.
 *
 * @returns what gives the counts so far
 */
export function countQueries(client: DynamoDBClient): () => Queries {
  let counts: Queries = { records: 0, pages: 0, emptyDays: 0, readUnits: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next({
        ...args,
        input: Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' }),
      });
      const { Count: found, ConsumedCapacity: consumed } = answered.parse(result.output);
      counts = {
        records: counts.records + found,
        pages: counts.pages + (found > 0 ? 1 : 0),
        emptyDays: counts.emptyDays + (found > 0 ? 0 : 1),
        readUnits: counts.readUnits + consumed.CapacityUnits,
      };
      return result;
    },
    { step: 'initialize' },
  );
  return () => counts;
}
