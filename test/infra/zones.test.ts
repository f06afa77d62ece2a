/**
 * Shows that no function may read two zones that together could link a person to an answer, that only one role can
 * unwrap each kind of private key, and that what was written of tickets, answers and tallies is written by few and
 * changed by nobody. Zones and roles are read out of the template; what is allowed is written here.
 */
import { describe, expect, test } from 'vitest';
import { system } from './template.ts';
import { at, items } from './template-resource.ts';

type Zone = 'invitations' | 'ballots' | 'pool' | 'reports' | 'settings' | 'public keys';

/**
 * The zone of everything that holds data. What comes in from the client information system and what goes out by mail
 * waits in queues, which belong to those who are asked. Keys of quarters are by nobody: their public halves stand in the
 * page for all to see, and their private halves are wrapped by KMS. To read them beside anything else links nothing; to
 * unwrap them is another matter, and looked at below.
 */
const zones: Readonly<Record<string, Zone>> = {
  InvitationsTable: 'invitations',
  StageEventsQueue: 'invitations',
  StageEventsDlq: 'invitations',
  SendQueue: 'invitations',
  SendDlq: 'invitations',
  DeliveriesQueue: 'invitations',
  DeliveriesDlq: 'invitations',
  ReplaysQueue: 'invitations',
  ReplaysDlq: 'invitations',
  BallotsTable: 'ballots',
  PoolTable: 'pool',
  ReportsTable: 'reports',
  ReleasesBucket: 'reports',
  SettingsTable: 'settings',
  BallotKeysTable: 'public keys',
  MixKeysTable: 'public keys',
};

/**
 * Who is asked beside which tickets were used; who is asked, or which tickets were used, beside sealed answers; who is
 * asked beside tallies and comments. The mix alone may see the pool and the reports, and knows nobody.
 */
const never: readonly (readonly [Zone, Zone])[] = [
  ['invitations', 'ballots'],
  ['invitations', 'pool'],
  ['ballots', 'pool'],
  ['invitations', 'reports'],
  ['ballots', 'reports'],
];

/**
 * What finds items, or gives one back. A conditional put or a check is left out: it is about one item whose key somebody
 * has already. Who holds a ticket may learn of its mark that it is there, and of no other.
 */
const reads = [
  'dynamodb:BatchGetItem',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  // It gives back what it changes, where asked to; and so does it where it removes.
  'dynamodb:DeleteItem',
  'dynamodb:UpdateItem',
  's3:GetObject',
  's3:ListBucket',
  'sqs:ReceiveMessage',
];

const folders = [...system.functions().keys()];
/** Functions by what they may do on a resource. Its indexes are the resource, too, and so are its partitions and objects. */
const grantedOn = (resource: string): [folder: string, actions: string[]][] =>
  folders.flatMap((folder): [string, string[]][] => {
    const actions = Object.entries(system.grantsOf(folder))
      .filter(([name]) => name.replace(/\/(index|partition|releases)\/.*$/, '') === resource)
      .flatMap(([, granted]) => granted);
    return actions.length > 0 ? [[folder, actions]] : [];
  });
const foldersThat = (pattern: RegExp, resource: string): string[] =>
  grantedOn(resource)
    .filter(([, actions]) => actions.some((action) => pattern.test(action)))
    .map(([folder]) => folder)
    .sort();
const readersOf = (resource: string): string[] =>
  grantedOn(resource)
    .filter(([, actions]) => actions.some((action) => reads.includes(action)))
    .map(([folder]) => folder)
    .sort();

describe('zones', () => {
  test('hold every table and every queue', () => {
    const holders = system
      .ofType('AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::S3::Bucket')
      .map(({ name }) => name);
    expect(holders.sort()).toEqual(Object.keys(zones).sort());
  });

  test.each(folders)('%s reads no two that together could link a person to an answer', (folder) => {
    const read = new Set(
      Object.keys(zones)
        .filter((resource) => readersOf(resource).includes(folder))
        .map((resource) => zones[resource]),
    );
    expect(never.filter((pair) => pair.every((zone) => read.has(zone)))).toEqual([]);
  });

  test('of which the used tickets are read by nobody, changed by nobody and removed by nobody', () => {
    expect(readersOf('BallotsTable')).toEqual([]);
    expect(grantedOn('BallotsTable')).toEqual([
      ['sign-ballots', ['dynamodb:PutItem']],
      ['take-answers', ['dynamodb:PutItem']],
    ]);
  });

  test('of which the pool is read by the mix alone, and changed by nobody', () => {
    expect(Object.fromEntries(grantedOn('PoolTable'))).toEqual({
      'take-answers': ['dynamodb:PutItem'],
      // Whether a ballot is there is asked by a check of a condition, which gives nothing back.
      'take-responses': ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
      'mix-responses': ['dynamodb:Scan'],
    });
  });

  test('of which the one that meets the ticket never meets the answer: nobody marks and pools but the form without JavaScript', () => {
    const marks = foldersThat(/:PutItem$/, 'BallotsTable');
    const pools = foldersThat(/:PutItem$/, 'PoolTable');
    expect(marks.filter((folder) => pools.includes(folder))).toEqual(['take-answers']);
    // And whoever takes answers by ballot can't tell a ticket of ours from any other text.
    expect(Object.keys(system.grantsOf('take-responses'))).not.toContain('TicketsSecret');
  });

  test('of which the reports are written by those who close a period, publish and review, and only the publisher removes', () => {
    // Tallies come from the mix, counts of asks from count-invited, releases from the publisher. What a person has decided
    // about a comment takes its place, and counts in the register of its period. Who manages the publication asks for a
    // correction, which the publisher removes when it is carried out, as it does a release whose comment was taken down.
    const writers = foldersThat(/:(Put|Update|Delete|BatchWrite)Item$/, 'ReportsTable');
    expect(writers).toEqual([
      ...['count-invited', 'manage-publication', 'mix-responses', 'publish-report', 'review-comments'],
    ]);
    expect(foldersThat(/:(Update|BatchWrite)Item$/, 'ReportsTable')).toEqual([]);
    expect(foldersThat(/:DeleteItem$/, 'ReportsTable')).toEqual(['publish-report']);
  });

  test('of which large releases are put into their bucket by the publisher, and removed by nobody', () => {
    expect(foldersThat(/:PutObject$/, 'ReleasesBucket')).toEqual(['publish-report']);
    expect(foldersThat(/:(?!GetObject$|PutObject$)/, 'ReleasesBucket')).toEqual([]);
  });

  test('of which whoever knows the people learns nothing from the reports but whether it has been there', () => {
    const known = folders.filter((folder) =>
      Object.keys(zones).some((name) => zones[name] === 'invitations' && readersOf(name).includes(folder)),
    );
    expect(known).toEqual(expect.arrayContaining(['count-invited', 'decide-requests', 'send-request']));
    const granted = grantedOn('ReportsTable').filter(([folder]) => known.includes(folder));
    for (const [, actions] of granted)
      expect(['dynamodb:ConditionCheckItem', 'dynamodb:PutItem']).toEqual(expect.arrayContaining(actions));
  });
});

describe.each([
  ['BallotWrappingKey', 'sign-ballots'],
  ['MixWrappingKey', 'mix-responses'],
])('%s', (name, unwrapper) => {
  const key = system.one('AWS::KMS::Key', name);

  test(`has a policy that leaves grants to IAM, denies unwrapping to all but ${unwrapper}, and wrapping a known key to all`, () => {
    const [delegation, denial, bringing, ...others] = items(key.at('KeyPolicy', 'Statement'));
    expect(others).toEqual([]);
    expect(at(delegation ?? null, 'Effect')).toBe('Allow');
    expect(system.readable(at(delegation ?? null, 'Principal', 'AWS'))).toBe(
      'arn:aws:iam::AWS::AccountId:root',
    );
    expect(denial).toEqual({
      Sid: expect.any(String) as unknown,
      Effect: 'Deny',
      Principal: { AWS: '*' },
      // To wrap anew with another key is a way to unwrap.
      Action: ['kms:Decrypt', 'kms:ReEncryptFrom'],
      Resource: '*',
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': expect.anything() as unknown } },
    });
    // Whoever could have a private key wrapped that they know could plant it.
    expect(bringing).toEqual({
      Sid: expect.any(String) as unknown,
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair', 'kms:ReEncryptTo'],
      Resource: '*',
    });
    const exempt = at(denial ?? null, 'Condition', 'ArnNotEquals', 'aws:PrincipalArn');
    const roleName = system.roleOf(unwrapper).text('RoleName');
    expect(system.readable(exempt)).toBe(`arn:aws:iam::AWS::AccountId:role/${roleName}`);
    // Roles belong to the account: in another region the same name would be the same role.
    expect(roleName).toBe(`kuultu-${unwrapper}-eu-north-1`);
  });

  test(`is unwrapped with by ${unwrapper}, and pairs are made with it by rotate-keys: nobody does more`, () => {
    expect(Object.fromEntries(grantedOn(name))).toEqual({
      [unwrapper]: ['kms:Decrypt'],
      'rotate-keys': ['kms:GenerateDataKeyPairWithoutPlaintext'],
    });
  });

  test('is renewed every year', () => {
    expect(key.at('EnableKeyRotation')).toBe(true);
  });
});

describe('roles', () => {
  test('have a name of their own where a key policy names them, and nowhere else, and no two have one', () => {
    const named = system.ofType('AWS::IAM::Role').filter(({ properties }) => 'RoleName' in properties);
    const unwrappers = ['mix-responses', 'sign-ballots'].map((folder) => system.roleOf(folder).id);
    expect(named.map(({ id }) => id).sort()).toEqual(unwrappers.sort());
    expect(new Set(named.map((role) => role.text('RoleName'))).size).toBe(named.length);
  });

  test.each(['mix-responses', 'sign-ballots'])('of %s is taken on by Lambda alone', (folder) => {
    const statements = system.roleOf(folder).items('AssumeRolePolicyDocument', 'Statement');
    expect(statements).toEqual([
      { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
    ]);
  });

  test('of functions may change no key, no policy and no role', () => {
    for (const folder of folders) {
      const actions = Object.values(system.grantsOf(folder)).flat();
      expect(
        actions.filter((action) =>
          /^(iam|sts):|^kms:(?!Decrypt$|GenerateDataKeyPairWithoutPlaintext$)/.test(action),
        ),
      ).toEqual([]);
    }
  });
});
