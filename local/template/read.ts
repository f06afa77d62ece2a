import { z } from 'zod';
import { identityOf } from './identities.ts';
import type { Addresses, Identity } from './identities.ts';
import { resolve } from './intrinsics.ts';
import type { Scope } from './intrinsics.ts';
import { interpreted, needsNothing } from './resources.ts';
import type { InterpretedType, PropertiesOf } from './resources.ts';

/** A stack's template as synthesized. */
export type StackTemplate = { stackName: string; template: unknown };

/** One resource, its properties worked out and checked. */
export type Resource<Type extends InterpretedType = InterpretedType> = {
  stackName: string;
  logicalId: string;
  identity: Identity;
  properties: PropertiesOf<Type>;
  metadata: Record<string, unknown>;
};

export type Resources = {
  ofType<Type extends InterpretedType>(type: Type): Resource<Type>[];
  /** What `Ref` gives for each resource of a type that needs nothing locally. */
  namesOf: (type: string) => string[];
};

const resourceSchema = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.unknown().optional(),
  DeletionPolicy: z.unknown().optional(),
  UpdateReplacePolicy: z.unknown().optional(),
});

const templateSchema = z.strictObject({
  Description: z.string().optional(),
  Resources: z.record(z.string(), resourceSchema).default({}),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.unknown().optional(), Export: z.object({ Name: z.string() }).optional() }),
    )
    .default({}),
  // The bootstrap version's parameter and its check say something about the account that deploys, nothing else.
  Parameters: z.strictObject({ BootstrapVersion: z.unknown().optional() }).partial().optional(),
  Rules: z.strictObject({ CheckBootstrapVersion: z.unknown().optional() }).partial().optional(),
});

type Parsed = { stackName: string; template: z.infer<typeof templateSchema> };

/**
 * Reads the templates of all stacks, resolves what they refer to, also across stacks, and checks every resource.
 *
 * @throws Error naming the resource, for a type, property or intrinsic function that is not understood
 */
export const readTemplates = (stacks: StackTemplate[], addresses: Addresses): Resources => {
  const parsed = stacks.map(({ stackName, template }) => ({
    stackName,
    template: templateSchema.parse(template),
  }));
  const resources = new Map<InterpretedType, Resource[]>();
  const names = new Map<string, string[]>();
  for (const stack of parsed) {
    const scope = scopeOf(stack, parsed, addresses);
    for (const [logicalId, { Type, Properties, Metadata }] of Object.entries(stack.template.Resources)) {
      const identity = identityOf(Type, stack.stackName, logicalId, Properties, addresses) ?? {
        ref: '',
        attributes: {},
      };
      if (needsNothing.has(Type)) {
        names.set(Type, [...(names.get(Type) ?? []), identity.ref]);
        continue;
      }
      if (!isInterpreted(Type)) {
        throw new Error(`The local runner does not understand ${Type} (${stack.stackName}/${logicalId})`);
      }
      const properties = checked(Type, `${stack.stackName}/${logicalId}`, resolve(Properties, scope));
      const { stackName } = stack;
      const resource: Resource = { stackName, logicalId, identity, properties, metadata: Metadata };
      resources.set(Type, [...(resources.get(Type) ?? []), resource]);
    }
  }
  return {
    ofType: <Type extends InterpretedType>(type: Type): Resource<Type>[] => resources.get(type) ?? [],
    namesOf: (type) => names.get(type) ?? [],
  };
};

const isInterpreted = (type: string): type is InterpretedType => Object.hasOwn(interpreted, type);

const checked = (type: InterpretedType, path: string, properties: unknown): PropertiesOf<InterpretedType> => {
  const parsed = interpreted[type].safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(
    `The local runner does not understand ${type} (${path}):\n${z.prettifyError(parsed.error)}`,
  );
};

const scopeOf = (stack: Parsed, all: Parsed[], addresses: Addresses): Scope => {
  const { stackName } = stack;
  const pseudo = new Map<string, string | undefined>([
    ['AWS::Region', addresses.region],
    ['AWS::AccountId', addresses.account],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', stackName],
    [
      'AWS::StackId',
      `arn:aws:cloudformation:${addresses.region}:${addresses.account}:stack/${stackName}/local`,
    ],
    ['AWS::NoValue', undefined],
  ]);
  const identify = (logicalId: string): Identity => {
    const resource = stack.template.Resources[logicalId];
    const identity =
      resource && identityOf(resource.Type, stackName, logicalId, resource.Properties, addresses);
    if (identity !== undefined) return identity;
    throw new Error(
      `The local runner has no name for ${stackName}/${logicalId} (${resource?.Type ?? 'not there'})`,
    );
  };
  return {
    ref: (logicalId) => (pseudo.has(logicalId) ? pseudo.get(logicalId) : identify(logicalId).ref),
    attribute: (logicalId, attribute) => {
      const value = identify(logicalId).attributes[attribute];
      if (value === undefined)
        throw new Error(`The local runner knows no ${attribute} of ${stackName}/${logicalId}`);
      return value;
    },
    exported: (name) => {
      for (const other of all) {
        const output = Object.values(other.template.Outputs).find(
          (candidate) => candidate.Export?.Name === name,
        );
        if (output !== undefined) return resolve(output.Value, scopeOf(other, all, addresses));
      }
      throw new Error(`No stack exports ${name}`);
    },
  };
};
