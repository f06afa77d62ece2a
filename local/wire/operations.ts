import type { Permission } from './iam.ts';
import { leadingKeys, leadingKeysInBatch } from './leading-keys.ts';

/** Services that the wire stands in front of, by the name in a request's credential scope. */
export const services = ['dynamodb', 's3', 'sqs', 'ses', 'kms', 'secretsmanager', 'events'] as const;
export type Service = (typeof services)[number];

/** A request to a service, read as far as authorising it needs. */
export type Operation = {
  /** Operation of the service's API, such as `PutItem`. */
  name: string;
  /** Everything that IAM has to allow; none for an operation that the wire does not know. */
  permissions: Permission[];
  /** Whether it changes something in the system when it succeeds. */
  writes: boolean;
};

/** Where the template's resources live, for ARNs made of a call's parameters. */
export type Place = {
  region: string;
  account: string;
  /** ARN of the secret that a call names by its name or ARN. */
  secretOf: (id: string) => string;
  /** ARN of the bus that a call names by its name or ARN. */
  busOf: (id: string) => string;
  /** ARN of the key that a call of KMS is about. */
  keyOf: (parameters: JsonBody) => string;
  /** ARN of the verified identity that covers an address. */
  identityOf: (address: string) => string;
  configurationSetOf: (name: string) => string;
};

export type JsonBody = Record<string, unknown>;

/** Reads a request in a JSON protocol. `name` comes from its X-Amz-Target. */
export const readJsonOperation = (
  service: Service,
  name: string,
  body: JsonBody,
  place: Place,
): Operation => {
  switch (service) {
    case 'dynamodb':
      return dynamodb(name, body, place);
    case 'sqs':
      return sqs(name, body, place);
    case 'kms':
      return simple('kms', name, [place.keyOf(body)], {
        context: prefixed('kms:EncryptionContext:', body['EncryptionContext']),
      });
    case 'secretsmanager':
      return simple('secretsmanager', name, [place.secretOf(textOf(body['SecretId']))]);
    case 'events': {
      const entries = Array.isArray(body['Entries']) ? (body['Entries'] as JsonBody[]) : [];
      const buses = entries.map((entry) => place.busOf(textOf(entry['EventBusName']) || 'default'));
      return simple('events', name, [...new Set(buses)], { writes: name === 'PutEvents' });
    }
    case 's3':
    case 'ses':
      return { name, permissions: [], writes: false };
  }
};

/** Reads a request in SES's form-encoded protocol. */
export const readSesOperation = (form: URLSearchParams, place: Place): Operation => {
  const name = form.get('Action') ?? '';
  if (name !== 'SendRawEmail' && name !== 'SendEmail') return { name, permissions: [], writes: false };
  const source = form.get('Source') ?? '';
  const configurationSet = form.get('ConfigurationSetName');
  const resources = [place.identityOf(source)];
  if (configurationSet !== null) resources.push(place.configurationSetOf(configurationSet));
  return simple('ses', name, resources, {
    writes: true,
    context: { 'ses:FromAddress': [addressOf(source)] },
  });
};

/** The bare address in `Kuultu <palaute@kuultu.example>`. */
export const addressOf = (source: string): string => (/<([^>]*)>/.exec(source)?.[1] ?? source).trim();

const simple = (
  prefix: string,
  name: string,
  resources: string[],
  more: { writes?: boolean; context?: Record<string, string[]> } = {},
): Operation => ({
  name,
  permissions: resources.map((resource) => ({
    action: `${prefix}:${name}`,
    resource,
    ...(more.context && { context: more.context }),
  })),
  writes: more.writes ?? false,
});

const itemWrites = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
const itemReads = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem']);

const dynamodb = (name: string, body: JsonBody, place: Place): Operation => {
  const tableArn = (table: unknown): string => {
    const given = textOf(table);
    return given.startsWith('arn:')
      ? given
      : `arn:aws:dynamodb:${place.region}:${place.account}:table/${given}`;
  };
  if (name === 'BatchGetItem' || name === 'BatchWriteItem') {
    const permissions = Object.entries(body['RequestItems'] ?? {}).map(([table, requests]) => ({
      action: `dynamodb:${name}`,
      resource: tableArn(table),
      ...naming(leadingKeysInBatch(requests)),
    }));
    return { name, permissions, writes: itemWrites.has(name) };
  }
  if (name === 'TransactWriteItems' || name === 'TransactGetItems') {
    // A transaction is authorised as its items' own actions, condition checks included.
    const items = (body['TransactItems'] ?? []) as Record<string, JsonBody>[];
    const permissions = items.flatMap((item) =>
      Object.entries(item).map(([kind, part]) => ({
        action: kind === 'ConditionCheck' ? 'dynamodb:ConditionCheckItem' : `dynamodb:${kind}Item`,
        resource: tableArn(part['TableName']),
        ...naming(leadingKeys(part)),
      })),
    );
    return { name, permissions, writes: permissions.some(({ action }) => itemWrites.has(action.slice(9))) };
  }
  if (!itemWrites.has(name) && !itemReads.has(name)) return { name, permissions: [], writes: false };
  const table = tableArn(body['TableName']);
  const index = body['IndexName'];
  const resource = typeof index === 'string' ? `${table}/index/${index}` : table;
  return simple('dynamodb', name, [resource], {
    writes: itemWrites.has(name),
    ...naming(leadingKeys(body)),
  });
};

/** Partitions that a call names. One that names none carries no such key. */
const naming = (partitions: string[]): Pick<Permission, 'context'> =>
  partitions.length === 0 ? {} : { context: { 'dynamodb:LeadingKeys': partitions } };

const sqsWrites = new Set(['SendMessage', 'DeleteMessage', 'ChangeMessageVisibility']);

const sqs = (name: string, body: JsonBody, place: Place): Operation => {
  const queue = textOf(body['QueueUrl']).split('/').at(-1) ?? '';
  // A batch is authorised as the single operation that it repeats.
  const single = name.replace(/Batch$/, '');
  const arn = `arn:aws:sqs:${place.region}:${place.account}:${queue}`;
  return { ...simple('sqs', single, [arn], { writes: sqsWrites.has(single) }), name };
};

const prefixed = (prefix: string, record: unknown): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries((record ?? {}) as JsonBody).map(([key, value]) => [prefix + key, [textOf(value)]]),
  );

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
