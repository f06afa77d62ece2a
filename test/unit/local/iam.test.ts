/** What a function's role allows is judged as IAM would, for every way of naming actions and resources. */
import { describe, expect, it } from 'vitest';
import { evaluate, policyDocumentSchema } from '../../../local/wire/iam.ts';
import { readJsonOperation, readSesOperation } from '../../../local/wire/operations.ts';
import type { Place } from '../../../local/wire/operations.ts';

const table = 'arn:aws:dynamodb:eu-north-1:000000000000:table/T';

const statements = (...given: unknown[]) =>
  policyDocumentSchema.parse({ Version: '2012-10-17', Statement: given }).Statement;
const allow = (Action: unknown, Resource: unknown, Condition?: unknown) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition !== undefined && { Condition }),
});
const deny = (Action: unknown, Resource: unknown) => ({ Effect: 'Deny', Action, Resource });

const place: Place = {
  region: 'eu-north-1',
  account: '000000000000',
  secretOf: (id) => `secret:${id}`,
  busOf: (id) => `bus:${id}`,
  keyOf: () => 'key',
  identityOf: (address) => `identity:${address}`,
  configurationSetOf: (name) => `set:${name}`,
};
const asked = (service: 'dynamodb' | 'sqs' | 'events', name: string, body: Record<string, unknown>) =>
  readJsonOperation(service, name, body, place);

describe('evaluate', () => {
  const get = { action: 'dynamodb:GetItem', resource: table };

  it('allows what is named, and nothing else', () => {
    const granted = statements(allow('dynamodb:GetItem', table));
    expect(evaluate(granted, get)).toBe('allowed');
    expect(evaluate(granted, { ...get, action: 'dynamodb:PutItem' })).toBe('not-granted');
    expect(evaluate(granted, { ...get, resource: `${table}/index/I` })).toBe('not-granted');
    expect(evaluate([], get)).toBe('not-granted');
  });

  it('lets a deny win', () => {
    const granted = statements(allow('dynamodb:*', '*'), deny('dynamodb:Get*', table));
    expect(evaluate(granted, get)).toBe('explicitly-denied');
    expect(evaluate(granted, { ...get, action: 'dynamodb:Query' })).toBe('allowed');
  });

  it('knows wildcards, which are no regular expressions', () => {
    expect(evaluate(statements(allow('dynamodb:*Item', `${table}*`)), get)).toBe('allowed');
    expect(evaluate(statements(allow('DynamoDB:getitem', table)), get)).toBe('allowed');
    expect(evaluate(statements(allow('dynamodb:Get?tem', table)), get)).toBe('allowed');
    expect(evaluate(statements(allow('dynamodb.GetItem', table)), get)).toBe('not-granted');
  });

  it('asks for every condition', () => {
    const granted = statements(
      allow('ses:SendRawEmail', '*', { StringEquals: { 'ses:FromAddress': 'a@kuultu.example' } }),
    );
    const send = { action: 'ses:SendRawEmail', resource: 'i' };
    expect(evaluate(granted, { ...send, context: { 'ses:FromAddress': ['a@kuultu.example'] } })).toBe(
      'allowed',
    );
    expect(evaluate(granted, { ...send, context: { 'ses:FromAddress': ['b@kuultu.example'] } })).toBe(
      'not-granted',
    );
    expect(evaluate(granted, send)).toBe('not-granted');
  });

  it('compares ARNs with wildcards, and takes a key that is not there for another', () => {
    const granted = statements(allow('kms:*', '*'), {
      ...deny('kms:Decrypt', '*'),
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:a:role/mix-*' } },
    });
    const decrypt = { action: 'kms:Decrypt', resource: 'key' };
    const by = (role: string) => ({ ...decrypt, context: { 'aws:PrincipalArn': [`arn:a:role/${role}`] } });
    expect(evaluate(granted, by('mix-1'))).toBe('allowed');
    expect(evaluate(granted, by('other'))).toBe('explicitly-denied');
    expect(evaluate(granted, decrypt)).toBe('explicitly-denied');
  });

  it('grants a partition of a table to calls that name it alone, and nothing to calls that name none', () => {
    const granted = statements(
      allow(['dynamodb:PutItem', 'dynamodb:BatchWriteItem', 'dynamodb:Scan'], table, {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['MINE'] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      }),
    );
    const verdicts = (name: string, body: Record<string, unknown>) =>
      asked('dynamodb', name, body).permissions.map((one) => evaluate(granted, one));
    const put = (pk: string) => ({ TableName: 'T', Item: { pk: { S: pk }, sk: { S: 'x' } } });
    expect(verdicts('PutItem', put('MINE'))).toEqual(['allowed']);
    expect(verdicts('PutItem', put('MINE#2'))).toEqual(['not-granted']);
    expect(verdicts('Scan', { TableName: 'T' })).toEqual(['not-granted']);
    const transaction = { TransactItems: [{ Put: put('MINE') }, { Put: put('THEIRS') }] };
    expect(verdicts('TransactWriteItems', transaction)).toEqual(['allowed', 'not-granted']);
    const batch = (...keys: string[]) => ({
      RequestItems: { T: keys.map((pk) => ({ PutRequest: put(pk) })) },
    });
    expect(verdicts('BatchWriteItem', batch('MINE', 'MINE'))).toEqual(['allowed']);
    expect(verdicts('BatchWriteItem', batch('MINE', 'THEIRS'))).toEqual(['not-granted']);
  });

  it('throws on what it does not know', () => {
    const granted = statements(
      allow('ses:SendRawEmail', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
    );
    expect(() => evaluate(granted, { action: 'ses:SendRawEmail', resource: 'i' })).toThrow('IpAddress');
    expect(() => statements({ Effect: 'Allow', NotAction: 'a:B', Resource: '*' })).toThrow();
  });
});

describe('what a call has to be granted by', () => {
  it('names the index of a query, not the table', () => {
    expect(asked('dynamodb', 'Query', { TableName: 'T', IndexName: 'I' }).permissions).toEqual([
      { action: 'dynamodb:Query', resource: `${table}/index/I` },
    ]);
  });

  it('names the partitions that a call is about', () => {
    const named = (name: string, body: Record<string, unknown>) =>
      asked('dynamodb', name, { TableName: 'T', ...body }).permissions.map(
        ({ context }) => context?.['dynamodb:LeadingKeys'],
      );
    const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'x' } });
    expect(named('GetItem', { Key: key('P') })).toEqual([['P']]);
    expect(named('GetItem', { Key: { id: { S: 'I' } } })).toEqual([['I']]);
    expect(named('PutItem', { Item: { ...key('P'), id: { S: 'I' }, recordDay: { S: 'D' } } })).toEqual([
      ['P'],
    ]);
    const values = { ':a': { S: 'A' }, ':b': { S: 'B' }, ':c': { S: 'C' } };
    const query = (condition: string, more: Record<string, unknown> = {}) => ({
      ...{ KeyConditionExpression: condition, ExpressionAttributeValues: values, ...more },
    });
    expect(named('Query', query('pk = :a'))).toEqual([['A']]);
    expect(named('Query', query('sk BETWEEN :b AND :c AND pk = :a'))).toEqual([['A']]);
    expect(named('Query', query('#p = :a', { ExpressionAttributeNames: { '#p': 'pk' } }))).toEqual([['A']]);
    expect(named('Query', query('recordDay = :a', { IndexName: 'I' }))).toEqual([['A']]);
    expect(named('Scan', {})).toEqual([undefined]);
    const get = { T: { Keys: [key('P'), key('Q'), key('P')] }, U: { Keys: [key('R')] } };
    expect(named('BatchGetItem', { RequestItems: get })).toEqual([['P', 'Q'], ['R']]);
    const write = { T: [{ PutRequest: { Item: key('P') } }, { DeleteRequest: { Key: key('Q') } }] };
    expect(named('BatchWriteItem', { RequestItems: write })).toEqual([['P', 'Q']]);
    const parts = [
      { Put: { Item: key('P') } },
      { Delete: { Key: key('Q') } },
      { ConditionCheck: { Key: key('R') } },
    ];
    expect(named('TransactWriteItems', { TransactItems: parts })).toEqual([['P'], ['Q'], ['R']]);
  });

  it('takes a transaction apart, condition checks included', () => {
    const body = {
      TransactItems: [
        { Put: { TableName: 'T' } },
        { Update: { TableName: 'U' } },
        { Delete: { TableName: 'T' } },
        { ConditionCheck: { TableName: 'T' } },
      ],
    };
    const { permissions, writes } = asked('dynamodb', 'TransactWriteItems', body);
    expect(permissions.map(({ action }) => action)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
    ]);
    expect(permissions[1]?.resource).toBe(table.replace(/T$/, 'U'));
    expect(writes).toBe(true);
    expect(
      asked('dynamodb', 'TransactGetItems', { TransactItems: [{ Get: { TableName: 'T' } }] }),
    ).toMatchObject({
      permissions: [{ action: 'dynamodb:GetItem', resource: table }],
      writes: false,
    });
  });

  it('takes DynamoDB batches as themselves, and SQS batches as what they repeat', () => {
    const batch = asked('dynamodb', 'BatchGetItem', { RequestItems: { T: {}, U: {} } });
    expect(batch.permissions.map(({ action }) => action)).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:BatchGetItem',
    ]);
    expect(asked('sqs', 'SendMessageBatch', { QueueUrl: 'http://127.0.0.1:1/000000000000/Q' })).toEqual({
      name: 'SendMessageBatch',
      permissions: [{ action: 'sqs:SendMessage', resource: 'arn:aws:sqs:eu-north-1:000000000000:Q' }],
      writes: true,
    });
  });

  it('wants both the identity and the configuration set for a mail', () => {
    const form = new URLSearchParams({
      Action: 'SendRawEmail',
      Source: 'Kuultu <palaute@kuultu.example>',
      ConfigurationSetName: 'C',
    });
    const { permissions } = readSesOperation(form, place);
    expect(permissions.map(({ resource }) => resource)).toEqual([
      'identity:Kuultu <palaute@kuultu.example>',
      'set:C',
    ]);
    expect(permissions[0]?.context).toEqual({ 'ses:FromAddress': ['palaute@kuultu.example'] });
  });

  it('asks nothing of an operation that it does not know, which no function may then call', () => {
    expect(asked('dynamodb', 'ExecuteStatement', { Statement: 'SELECT' }).permissions).toEqual([]);
  });
});
