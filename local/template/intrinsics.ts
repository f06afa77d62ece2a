/** What the intrinsic functions of one stack's template may look up. */
export type Scope = {
  ref: (logicalId: string) => unknown;
  attribute: (logicalId: string, attribute: string) => unknown;
  exported: (name: string) => unknown;
};

/**
 * A template's value with its intrinsic functions worked out. The list is closed: whatever is not understood throws,
 * since a runner that skipped a part of the infrastructure would show a system that is not the deployed one.
 */
export const resolve = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const intrinsic = entries.find(([key]) => key === 'Ref' || key.startsWith('Fn::'));
  if (intrinsic === undefined) {
    const resolved = entries.map(([key, item]) => [key, resolve(item, scope)] as const);
    return Object.fromEntries(resolved.filter(([, item]) => item !== undefined));
  }
  if (entries.length > 1)
    throw new Error(`${intrinsic[0]} stands beside other keys: ${JSON.stringify(value)}`);
  return call(intrinsic[0], intrinsic[1], scope);
};

const call = (name: string, argument: unknown, scope: Scope): unknown => {
  switch (name) {
    case 'Ref':
      return scope.ref(text(argument, name));
    case 'Fn::GetAtt':
      return attribute(argument, scope);
    case 'Fn::ImportValue':
      return scope.exported(text(resolve(argument, scope), name));
    case 'Fn::Join': {
      const [separator, parts] = list(argument, name, 2);
      return texts(resolve(parts, scope), name).join(text(separator, name));
    }
    case 'Fn::Split': {
      const [separator, whole] = list(argument, name, 2);
      return text(resolve(whole, scope), name).split(text(separator, name));
    }
    case 'Fn::Select': {
      const [index, parts] = list(argument, name, 2);
      return texts(resolve(parts, scope), name)[Number(index)] ?? notUnderstood(name, argument);
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    default:
      return notUnderstood(name, argument);
  }
};

const attribute = (argument: unknown, scope: Scope): unknown => {
  const path = typeof argument === 'string' ? argument.split('.') : texts(argument, 'Fn::GetAtt');
  const [logicalId, ...rest] = path;
  return scope.attribute(text(logicalId, 'Fn::GetAtt'), rest.join('.'));
};

const substitute = (argument: unknown, scope: Scope): string => {
  const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, 'Fn::Sub', 2);
  const given = new Map(Object.entries(resolve(variables, scope) as Record<string, unknown>));
  return text(template, 'Fn::Sub').replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const value = given.get(name) ?? (name.includes('.') ? attribute(name, scope) : scope.ref(name));
    return text(value, 'Fn::Sub');
  });
};

const notUnderstood = (name: string, argument: unknown): never => {
  throw new Error(`The local runner does not understand ${name} ${JSON.stringify(argument)}`);
};

const text = (value: unknown, name: string): string =>
  typeof value === 'string' ? value : notUnderstood(name, value);

const texts = (value: unknown, name: string): string[] =>
  Array.isArray(value) ? value.map((item) => text(item, name)) : notUnderstood(name, value);

const list = (value: unknown, name: string, length: number): unknown[] =>
  Array.isArray(value) && value.length === length ? value : notUnderstood(name, value);
