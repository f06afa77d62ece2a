/** Shows what an organisation can configure, and that a mistake is told by the name of its key. */
import { expect, test } from 'vitest';
import { readConfiguration } from '../../infra/configuration.ts';
import { warnOfWhatIsUnsaid } from '../../infra/unsaid.ts';
import { controllerSchema } from '../../shared/domain/respondent/controller.ts';
import { SystemTemplate, createApp, system } from './template.ts';

const read = (context: Record<string, unknown>) => readConfiguration(createApp(context).node);

test('nothing has to be configured', () => {
  expect(read({})).toEqual({
    region: 'eu-north-1',
    senderAddress: 'palaute@kuultu.example',
    groupsClaim: 'cognito:groups',
  });
});

test.each([
  ['region', 'us-east-1'],
  ['senderAddress', 'kuultu.example'],
  ['oidcIssuer', 'http://issuer.example'],
  ['oidcIssuer', 'issuer'],
  ['groupsClaim', ''],
  ['webOrigin', 'https://kuultu.example/palaute'],
  ['webOrigin', 'http://kuultu.example'],
  ['webOrigin', 'https://kuultu.example/'],
  ['alarmEmail', 'nobody'],
  ['senderAdress', 'palaute@kuultu.example'],
])('a bad %s (%s) is refused by name', (key, value) => {
  expect(() => read({ [key]: value })).toThrow(new RegExp(`^${key}: .+`, 'm'));
});

test('an issuer needs an audience, and an audience an issuer', () => {
  expect(() => read({ oidcIssuer: 'https://issuer.example' })).toThrow(/^oidcAudience: is needed/m);
  expect(() => read({ oidcAudience: 'kuultu' })).toThrow(/^oidcIssuer: is needed/m);
});

const controller = {
  name: { fi: 'Esimerkin hyvinvointialue', sv: 'Exemplets välfärdsområde', en: 'The Example county' },
  email: 'kyselyt@example.org',
  officerEmail: 'tietosuojavastaava@example.org',
};

test.each([
  ['controller', 'Esimerkin hyvinvointialue'],
  ['controller.name', { ...controller, name: 'Esimerkin hyvinvointialue' }],
  ['controller.name.sv', { ...controller, name: { ...controller.name, sv: ' ' } }],
  ['controller.email', { ...controller, email: 'nobody' }],
  ['controller.officerEmail', { name: controller.name, email: controller.email }],
])('whoever is responsible is named as a whole: a bad %s is refused by name', (key, value) => {
  expect(() => read({ controller: value })).toThrow(new RegExp(`^${key}: must .+`, 'm'));
});

const toldController = (told: SystemTemplate): unknown =>
  JSON.parse(told.function('show-privacy-notice').text('Environment', 'Variables', 'CONTROLLER'));

test('the privacy notice is told who is responsible, in the shape that it reads', () => {
  expect(controllerSchema.parse(toldController(new SystemTemplate({ controller })))).toEqual(controller);
  expect(toldController(system)).toBeNull();
});

test('whoever deploys without saying who is responsible is warned', () => {
  const warningsWith = (context: Record<string, unknown>): number => {
    const app = createApp(context);
    warnOfWhatIsUnsaid(app, readConfiguration(app.node));
    const warnings = app.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
    return warnings.filter(({ data }) => String(data).includes('kuultu:controller')).length;
  };
  expect(warningsWith({})).toBe(1);
  expect(warningsWith({ controller })).toBe(0);
});

test('all mistakes are told at once', () => {
  expect(() => read({ region: 'mars', alarmEmail: 'nobody' })).toThrow(/region: [^]*alarmEmail: /);
});

test('without an issuer there is a user pool with the two groups, which nobody joins by themselves', () => {
  expect(system.one('AWS::Cognito::UserPool').properties).toMatchObject({
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    MfaConfiguration: 'ON',
  });
  const groups = system.ofType('AWS::Cognito::UserPoolGroup').map((group) => group.text('GroupName'));
  expect(groups).toEqual(['admin', 'analyst']);
});

test('an issuer of the organisation takes the place of the user pool', () => {
  const own = new SystemTemplate({
    oidcIssuer: 'https://issuer.example',
    oidcAudience: 'kuultu',
    groupsClaim: 'roles',
    webOrigin: 'https://palaute.example',
    alarmEmail: 'paivystys@kuultu.example',
    region: 'eu-west-1',
    senderAddress: 'kuultu@hyvinvointialue.example',
  });
  expect(own.ofType('AWS::Cognito::UserPool')).toEqual([]);
  expect(own.one('AWS::ApiGatewayV2::Authorizer').at('JwtConfiguration')).toEqual({
    Audience: ['kuultu'],
    Issuer: 'https://issuer.example',
  });
  expect(own.function('serve-reports').at('Environment', 'Variables')).toMatchObject({
    GROUPS_CLAIM: 'roles',
  });
  expect(own.function('send-request').at('Environment', 'Variables')).toMatchObject({
    WEB_ORIGIN: 'https://palaute.example',
    SENDER_ADDRESS: 'kuultu@hyvinvointialue.example',
  });
  expect(own.one('AWS::SES::EmailIdentity').at('EmailIdentity')).toBe('hyvinvointialue.example');
  expect(own.one('AWS::SNS::Subscription').at('Endpoint')).toBe('paivystys@kuultu.example');
});
