/**
 * Who may send what: for every route that asks for a token, the function behind it is called under each role, and under
 * none. It refuses exactly the roles that the API's document does not name. Which function that is, the template says.
 */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { environment } from '../../shared/contract/environment.ts';
import { folderBehind } from '../infra/template.ts';
import { operations } from '../support/api-document.ts';
import { FakeDynamoDb } from '../support/dynamodb-fake.ts';
import { callHttp, collectLog } from '../support/lambda-invocation.ts';

vi.stubEnv('AWS_REGION', 'eu-north-1');
for (const name of Object.values(environment)) vi.stubEnv(name, name.toLowerCase());
vi.stubEnv(environment.groupsClaim, 'groups');
// What is read before anybody asks has to be of the right kind.
vi.stubEnv(environment.senderName, JSON.stringify({ fi: 'x', sv: 'x', en: 'x' }));
for (const address of [environment.senderAddress, environment.replyTo])
  vi.stubEnv(address, 'somebody@kuultu.example');

type Handler = Parameters<typeof callHttp>[0];

const ofStaff = [...operations].filter(([, { security }]) => security.some((way) => 'token' in way));

// Whatever lies behind the door is of no interest here.
mockClient(SecretsManagerClient);
mockClient(SQSClient);
beforeEach(() => {
  new FakeDynamoDb();
  collectLog();
});

it('there are routes for staff', () => {
  expect(ofStaff.length).toBeGreaterThan(10);
});

describe.each(ofStaff)('%s', (route, { security }) => {
  const roles = security.flatMap((way) => way['token'] ?? []);

  it.each(['admin', 'analyst', 'nobody'])('under the role %s', async (role) => {
    const path = `../../functions/${folderBehind(route)}/handler.ts`;
    const { handler } = (await import(path)) as { handler: Handler };
    const [method = '', template = ''] = route.split(' ');
    const named = Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => [name, 'x'] as const);
    const claims = { sub: 'somebody', groups: `[${role}]` };
    const { statusCode } = await callHttp(handler, {
      method,
      path: template,
      claims,
      body: 'x',
      ...(named.length > 0 && { pathParameters: Object.fromEntries(named) }),
    });
    expect(statusCode === 403).toBe(!roles.includes(role));
  });
});
