/** Shows what an organisation can configure, and that a mistake is told by the name of its key. */
import { expect, test } from 'vitest';
import { readConfiguration } from '../../infra/configuration.ts';
import { warnOfWhatIsUnsaid } from '../../infra/unsaid.ts';
import { organisationSchema } from '../../shared/domain/respondent/organisation.ts';
import { organisation } from '../support/organisation.ts';
import { SystemTemplate, createApp, system } from './template.ts';

const read = (context: Record<string, unknown>) => readConfiguration(createApp(context).node);

test('nothing has to be configured: what people are told of the organisation is an example then, for all to see', () => {
  const { controller, contacts, ...others } = read({});
  expect(others).toEqual({
    region: 'eu-north-1',
    senderAddress: 'palaute@kuultu.example',
    senderName: controller.name,
    replyTo: 'kyselyt@hyvinvointialue.example',
    groupsClaim: 'cognito:groups',
    leaveTo: 'https://www.ilmatieteenlaitos.fi/',
  });
  expect(controller.name.en).toBe('The Wellbeing Services County of Example');
  // Nothing of it leads to anybody: the domains are reserved, and no number of any country begins like these.
  const said = JSON.stringify({ controller, contacts });
  for (const [, host] of said.matchAll(/(?:@|https:\/\/)([a-z.]+)/g)) expect(host).toMatch(/\.example$/);
  for (const [, number] of said.matchAll(/"phone":"([^"]*)"/g)) expect(number).toMatch(/^\+358 00 /);
  // As it stands it would do, had an organisation said it.
  expect(read({ controller, contacts })).toEqual({ ...others, controller, contacts });
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
  ['replyTo', 'Kuultu <palaute@kuultu.example>'],
  ['replyTo', 'palaute@kuultu.example\nBcc: ann@example.org'],
  ['leaveTo', 'javascript:alert(1)'],
  ['leaveTo', 'saa'],
  ['senderAdress', 'palaute@kuultu.example'],
])('a bad %s (%s) is refused by name', (key, value) => {
  expect(() => read({ [key]: value })).toThrow(new RegExp(`^${key}: .+`, 'm'));
});

test('an issuer needs an audience, and an audience an issuer', () => {
  expect(() => read({ oidcIssuer: 'https://issuer.example' })).toThrow(/^oidcAudience: is needed/m);
  expect(() => read({ oidcAudience: 'kuultu' })).toThrow(/^oidcIssuer: is needed/m);
});

const { contacts, leaveTo, ...controller } = organisation;
const { ombudsperson } = contacts;

test.each([
  ['controller', 'Esimerkin hyvinvointialue'],
  ['controller.name', { ...controller, name: 'Esimerkin hyvinvointialue' }],
  ['controller.name.sv', { ...controller, name: { ...controller.name, sv: ' ' } }],
  ['controller.email', { ...controller, email: 'nobody' }],
  ['controller.officerEmail', { name: controller.name, email: controller.email }],
])('whoever is responsible is named as a whole: a bad %s is refused by name', (key, value) => {
  expect(() => read({ controller: value })).toThrow(new RegExp(`^${key}: must .+`, 'm'));
});

test.each([
  ['contacts', 'kyselyt@example.org'],
  ['contacts.onCall', { ...contacts, onCall: '0100' }],
  ['contacts.onCall.phone', { ...contacts, onCall: { phone: 'päivystys' } }],
  ['contacts.onCall.phone', { ...contacts, onCall: { phone: '0100 100, alanumero 2' } }],
  ['contacts.ombudsperson', { ...contacts, ombudsperson: undefined }],
  ['contacts.ombudsperson.name.fi', { ...contacts, ombudsperson: { ...ombudsperson, name: { fi: '' } } }],
  ['contacts.ombudsperson.url', { ...contacts, ombudsperson: { ...ombudsperson, url: 'https://a.example' } }],
  ['contacts.reminder.url.en', { ...contacts, reminder: { url: { en: 'http://malli.example' } } }],
  ['contacts.reminder.url.sv', { ...contacts, reminder: { url: { sv: 'javascript:alert(1)' } } }],
  ['contacts.accessibility.email', { ...contacts, accessibility: { email: 'nobody' } }],
])('where people turn is said as a whole: a bad %s is refused by name', (key, value) => {
  expect(() => read({ contacts: value })).toThrow(new RegExp(`^${key}: must .+`, 'm'));
});

test('nothing else is taken for a contact', () => {
  expect(() => read({ contacts: { ...contacts, police: { phone: '112' } } })).toThrow(
    /^contacts: has no key police$/m,
  );
});

const senderName = { fi: 'Malli', sv: 'Modell', en: 'Model' };

test.each([
  ['senderName', 'Malli'],
  ['senderName.sv', { fi: 'Malli', en: 'Model' }],
  ['senderName.en', { ...senderName, en: '' }],
  ['senderName.en', { ...senderName, en: 'x'.repeat(61) }],
  ['senderName.fi', { ...senderName, fi: 'Malli\r\nBcc: ann@example.org' }],
  ['senderName.fi', { ...senderName, fi: 'Mallin lastensuojelu' }],
  ['senderName.sv', { ...senderName, sv: 'Modellens Barnskydd' }],
  ['senderName.en', { ...senderName, en: 'Child Welfare of Model' }],
])(
  'a sender is named in each language, on one line, and tells of no child welfare: a bad %s (%j)',
  (key, value) => {
    expect(() => read({ senderName: value })).toThrow(new RegExp(`^${key}: .+`, 'm'));
  },
);

const told = new SystemTemplate({
  controller,
  contacts,
  leaveTo,
  senderName,
  replyTo: 'vastaus@malli.example',
});

test.each([
  'show-survey',
  'take-answers',
  'keep-preferences',
  'preview-survey',
  'show-privacy-notice',
  'show-accessibility-statement',
  'show-heard',
])('%s is told whose installation it is, in the shape that it reads', (name) => {
  const text = told.function(name).text('Environment', 'Variables', 'ORGANISATION');
  expect(organisationSchema.strict().parse(JSON.parse(text))).toEqual(organisation);
  // Lambda has 4 kB for all variables of a function; a name in each language can take a good part of it.
  expect(Buffer.byteLength(text)).toBeLessThan(2048);
});

test('send-request is told whom a mail comes from, and who reads an answer', () => {
  expect(told.function('send-request').at('Environment', 'Variables')).toMatchObject({
    SENDER_NAME: JSON.stringify(senderName),
    REPLY_TO: 'vastaus@malli.example',
  });
});

test('whoever deploys is warned of each thing that people are shown an example of', () => {
  const warningsWith = (context: Record<string, unknown>): string[] => {
    const app = createApp(context);
    warnOfWhatIsUnsaid(app, readConfiguration(app.node));
    const warnings = app.node.metadata.filter(({ type }) => type === 'aws:cdk:warning');
    return warnings.flatMap(({ data }) => /kuultu:(\w+)/.exec(String(data))?.[1] ?? []).sort();
  };
  expect(warningsWith({})).toEqual(['contacts', 'controller', 'replyTo', 'senderName']);
  const { onCall, accessibility } = contacts;
  const url = { fi: 'https://malli.fi/a', sv: 'https://malli.fi/b', en: 'https://malli.fi/c' };
  const said = { onCall, accessibility, ombudsperson: { ...ombudsperson, url }, reminder: { url } };
  expect(warningsWith({ controller })).toEqual(['contacts', 'replyTo', 'senderName']);
  expect(warningsWith({ controller, contacts: said, senderName, replyTo: 'vastaus@malli.fi' })).toEqual([]);
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
