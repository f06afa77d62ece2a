import * as z from 'zod';
import type { System } from '../local/system.ts';
import { transactionUnits, type Change } from './transactions.ts';
import type { Work } from './work.ts';

export type Call = ReturnType<System['wire']['ledger']['calls']>[number];

/** Units of a call to DynamoDB as AWS bills them: the engine's own figure, but for what it leaves out. */
export function unitsOf(call: Call, change: Change): Partial<Work> {
  const { action, capacityUnits, error, caller } = call;
  if (action === 'TransactWriteItems') {
    if (error !== undefined && error !== 'TransactionCanceledException')
      throw new Error(`${caller} was refused a transaction: ${error}`);
    const engineUnits = error === undefined ? capacityUnits : undefined;
    return { writeUnits: transactionUnits(bodiesOf(call).request, change, engineUnits) };
  }
  // A write whose condition fails is an answer like any other. AWS bills it; the engine's error does not say how much.
  if (error === 'ConditionalCheckFailedException') return { writeUnits: 1 };
  if (error !== undefined) throw new Error(`${caller} was refused ${action}: ${error}`);
  switch (action) {
    case 'Query':
    case 'Scan':
      // DynamoDB Local says 0 for a read that finds nothing; AWS bills a consistent read's first unit.
      return { readUnits: Math.max(1, capacityUnits) };
    case 'GetItem':
      return { readUnits: capacityUnits };
    case 'BatchGetItem':
      return { readUnits: capacityUnits + unitsReadInVain(bodiesOf(call)) };
    default:
      return { writeUnits: capacityUnits };
  }
}

type Bodies = { readonly request: string; readonly response: string };

function bodiesOf({ bodies, action }: Call): Bodies {
  if (bodies === undefined) throw new Error(`nobody has kept what ${action} asked`);
  return { request: bodies.request.toString(), response: bodies.response.toString() };
}

const batchRequest = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({ Keys: z.array(z.unknown()), ConsistentRead: z.boolean().default(false) }),
  ),
});
const batchResponse = z.object({
  Responses: z.record(z.string(), z.array(z.unknown())),
  UnprocessedKeys: z.record(z.string(), z.never()).optional(),
});

/**
 * DynamoDB Local counts nothing for a key of a batch under which there is nothing. AWS bills the smallest read: a unit
 * where the read is consistent, and half of one where it is not.
 */
function unitsReadInVain({ request, response }: Bodies): number {
  const { RequestItems: wanted } = batchRequest.parse(JSON.parse(request));
  const { Responses: found } = batchResponse.parse(JSON.parse(response));
  return Object.entries(wanted).reduce((units, [table, { Keys: keys, ConsistentRead: isConsistent }]) => {
    const absent = keys.length - (found[table]?.length ?? 0);
    return units + absent * (isConsistent ? 1 : 0.5);
  }, 0);
}
