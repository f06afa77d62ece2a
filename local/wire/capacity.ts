const metered = new Set([
  ...['PutItem', 'UpdateItem', 'DeleteItem', 'GetItem', 'Query', 'Scan'],
  ...['BatchGetItem', 'BatchWriteItem', 'TransactWriteItems', 'TransactGetItems'],
]);

/** A DynamoDB request that asks for its cost in capacity units, unless it does so already. */
export const withCapacity = (operation: string, body: Buffer): Buffer => {
  if (!metered.has(operation) || body.includes('"ReturnConsumedCapacity"')) return body;
  // Every request is a JSON object with at least a table's name, so the first brace is always followed by a member.
  return Buffer.concat([
    Buffer.from('{"ReturnConsumedCapacity":"TOTAL",'),
    body.subarray(body.indexOf('{') + 1),
  ]);
};

/** Capacity units that an answer says it has consumed, indexes included; 0 when it says nothing. */
export const capacityUnitsOf = (body: Buffer): number => {
  if (!body.includes('"ConsumedCapacity"')) return 0;
  const { ConsumedCapacity: consumed } = JSON.parse(body.toString()) as {
    ConsumedCapacity?: Units | Units[];
  };
  return [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0);
};

type Units = { CapacityUnits?: number };
