import type { Resource, Resources } from '../template/read.ts';
import { bucketsOf, functionOf, keysOf } from '../template/wiring.ts';
import type { Authority } from './authorization.ts';
import type { Statement } from './iam.ts';

/** Roles that come with these grant nothing that is called here: they write logs. */
const logsOnly = /^arn:aws:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole$/;

const roleOf = (resources: Resources, fn: Resource<'AWS::Lambda::Function'>): Resource<'AWS::IAM::Role'> => {
  const role = resources
    .ofType('AWS::IAM::Role')
    .find(({ identity }) => identity.attributes['Arn'] === fn.properties.Role);
  if (role === undefined) throw new Error(`${fn.logicalId} has no role`);
  return role;
};

/** All statements that a role stands under. */
const statementsOf = (resources: Resources, role: Resource<'AWS::IAM::Role'>): Statement[] => {
  const unknown = role.properties.ManagedPolicyArns.find((arn) => !logsOnly.test(arn));
  if (unknown !== undefined)
    throw new Error(`The local runner does not understand the managed policy ${unknown}`);
  const attached = resources
    .ofType('AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles.includes(role.identity.ref));
  return [
    ...role.properties.Policies.map(({ PolicyDocument }) => PolicyDocument),
    ...attached.map(({ properties }) => properties.PolicyDocument),
  ].flatMap(({ Statement }) => Statement);
};

/**
 * What the template lets each function do, by its short name, and what its keys and buckets deny to everybody else.
 *
 * @throws for a policy that is not understood
 */
export const authorityIn = (resources: Resources): Authority => {
  const roles = new Map(
    resources.ofType('AWS::Lambda::Function').map((fn) => [functionOf(fn).name, roleOf(resources, fn)]),
  );
  const statements = new Map([...roles].map(([name, role]) => [name, statementsOf(resources, role)]));
  const denials = new Map(
    [...keysOf(resources), ...bucketsOf(resources)].map((one) => [one.arn, one.denials]),
  );
  return {
    statementsOf: (caller) => statements.get(caller),
    principalOf: (caller) => roles.get(caller)?.identity.attributes['Arn'],
    // An object stands under the policy of its bucket.
    denialsOn: (resource) =>
      denials.get(resource.startsWith('arn:aws:s3:') ? (resource.split('/')[0] ?? '') : resource) ?? [],
  };
};
