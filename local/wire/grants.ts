import type { Resource, Resources } from '../template/read.ts';
import { functionOf } from '../template/wiring.ts';
import type { Statement } from './iam.ts';

/** Roles that come with these grant nothing that is called here: they write logs. */
const logsOnly = /^arn:aws:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole$/;

/** All statements that a function's role stands under. */
const statementsOf = (resources: Resources, fn: Resource<'AWS::Lambda::Function'>): Statement[] => {
  const role = resources
    .ofType('AWS::IAM::Role')
    .find(({ identity }) => identity.attributes['Arn'] === fn.properties.Role);
  if (role === undefined) throw new Error(`${fn.logicalId} has no role`);
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

/** The statements of every function, by its short name; undefined for a caller that is no function. */
export const statementsByCaller = (resources: Resources): ((caller: string) => Statement[] | undefined) => {
  const functions = resources.ofType('AWS::Lambda::Function');
  const statements = new Map(functions.map((fn) => [functionOf(fn).name, statementsOf(resources, fn)]));
  return (caller) => statements.get(caller);
};
