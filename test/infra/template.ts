/** Synthesizes the system in process, without bundling, and reads its templates the way a reviewer would. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { readConfiguration } from '../../infra/configuration.ts';
import { featureFlags } from '../../infra/feature-flags.ts';
import { createSystem } from '../../infra/system.ts';
import { entryMetadata } from '../../shared/contract/entry.ts';
import { TemplateResource, at, items, textAt } from './template-resource.ts';
import type { Json } from './template-resource.ts';

/**
 * An app as the command line would make it, but without bundling.
 *
 * @param isValidated whether its synthesis holds to the rules of CloudFormation: it takes five times as long then
 */
export const createApp = (context: Record<string, unknown> = {}, isValidated = false): App =>
  new App({
    context: { ...featureFlags(), 'aws:cdk:bundling-stacks': [], ...context },
    analyticsReporting: false,
    builtinCloudFormationValidation: isValidated,
  });

const template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.json()).default({}),
      Metadata: z.record(z.string(), z.json()).default({}),
      DeletionPolicy: z.string().optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.record(z.string(), z.json())).default({}),
});

export type Statement = {
  readonly Effect: string;
  readonly Action: string[];
  /** A partition of a table that a condition names is told as a part of it. */
  readonly Resource: string[];
};

/** The resources of both stacks, and what the one exports to the other. */
export class SystemTemplate {
  private readonly resources = new Map<string, TemplateResource>();
  private readonly exports = new Map<string, Json>();

  constructor(context: Record<string, unknown> = {}) {
    const app = createApp(context);
    for (const stack of createSystem(app, readConfiguration(app.node))) {
      const { Resources, Outputs } = template.parse(Template.fromStack(stack).toJSON());
      for (const [id, given] of Object.entries(Resources))
        this.resources.set(id, new TemplateResource(id, given));
      for (const output of Object.values(Outputs)) {
        if (at(output, 'Export') !== null)
          this.exports.set(textAt(output, 'Export', 'Name'), at(output, 'Value'));
      }
    }
  }

  ofType(...types: string[]): TemplateResource[] {
    return [...this.resources.values()].filter(({ type }) => types.includes(type));
  }

  /** The only resource of its type, which has this name where there are several. */
  one(type: string, name?: string): TemplateResource {
    const [found, ...others] = this.ofType(type).filter(
      (resource) => name === undefined || resource.name === name,
    );
    if (found === undefined || others.length > 0) throw new Error(`Not exactly one ${type} ${name ?? ''}`);
    return found;
  }

  byId(id: string): TemplateResource {
    const found = this.resources.get(id);
    if (found === undefined) throw new Error(`No resource ${id}`);
    return found;
  }

  types(): string[] {
    return [...this.resources.values()].map(({ type }) => type);
  }

  /** Functions by the name of their folder. */
  functions(): Map<string, TemplateResource> {
    return new Map(this.ofType('AWS::Lambda::Function').map((resource) => [folderOf(resource), resource]));
  }

  /** The function in this folder. */
  function(folder: string): TemplateResource {
    const found = this.functions().get(folder);
    if (found === undefined) throw new Error(`No function ${folder}`);
    return found;
  }

  /** Every statement of the role's policies. */
  statementsOf(roleId: string): Statement[] {
    return this.ofType('AWS::IAM::Policy')
      .filter((policy) => policy.items('Roles').some((role) => at(role, 'Ref') === roleId))
      .flatMap((policy) => policy.items('PolicyDocument', 'Statement'))
      .map((statement) => ({
        Effect: textAt(statement, 'Effect'),
        Action: items(at(statement, 'Action')).map((action) => this.readable(action)),
        Resource: items(at(statement, 'Resource')).flatMap((resource) =>
          underConditions(this.readable(resource), at(statement, 'Condition')),
        ),
      }));
  }

  /** What the function in this folder may do, by resource. @throws where its role is denied something, which reads otherwise */
  grantsOf(folder: string): Record<string, string[]> {
    const grants: Record<string, string[]> = {};
    for (const { Effect, Action, Resource } of this.statementsOf(this.roleOf(folder).id)) {
      if (Effect !== 'Allow') throw new Error(`${folder} has a statement that does not allow`);
      for (const resource of Resource) grants[resource] = [...(grants[resource] ?? []), ...Action].sort();
    }
    return grants;
  }

  /** The role under which the function in this folder runs. */
  roleOf(folder: string): TemplateResource {
    return this.byId(this.function(folder).text('Role', 'Fn::GetAtt', 0));
  }

  /** An ARN, name or reference in words: logical ids without their hash, imports followed to their source. */
  readable(value: Json): string {
    if (typeof value === 'string') return value;
    if (at(value, 'Ref') !== null) return withoutHash(textAt(value, 'Ref'));
    if (at(value, 'Fn::GetAtt') !== null) return withoutHash(textAt(value, 'Fn::GetAtt', 0));
    const parts = at(value, 'Fn::Join', 1);
    if (parts !== null)
      return items(parts)
        .map((part) => this.readable(part))
        .join('');
    const source = this.exports.get(textAt(value, 'Fn::ImportValue'));
    if (source === undefined) throw new Error(`Cannot read ${JSON.stringify(value)}`);
    return this.readable(source);
  }
}

const onPartitions = z.strictObject({
  'ForAllValues:StringEquals': z.strictObject({ 'dynamodb:LeadingKeys': z.array(z.string()).min(1) }),
  // Without it, a call that names no partition would be granted everything.
  Null: z.strictObject({ 'dynamodb:LeadingKeys': z.literal('false') }),
});

/** What of a resource is granted. @throws for a condition that could not be told so */
function underConditions(resource: string, condition: Json): string[] {
  if (condition === null) return [resource];
  const keys = onPartitions.parse(condition)['ForAllValues:StringEquals']['dynamodb:LeadingKeys'];
  return keys.map((key) => `${resource}/partition/${key}`);
}

const folderOf = ({ metadata }: TemplateResource): string =>
  /^functions\/(.+)\/handler\.ts$/.exec(textAt(metadata, entryMetadata))?.[1] ?? 'outside functions/';

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** The system as configured by default. */
export const system = new SystemTemplate();

/** The folder of the function that answers a route, such as `GET /v1/units`. */
export function folderBehind(routeKey: string): string {
  const route = system.ofType('AWS::ApiGatewayV2::Route').find((one) => one.text('RouteKey') === routeKey);
  if (route === undefined) throw new Error(`No route ${routeKey}`);
  const integration = system.byId(route.text('Target', 'Fn::Join', 1, 1, 'Ref'));
  return folderOf(system.byId(integration.text('IntegrationUri', 'Fn::GetAtt', 0)));
}
