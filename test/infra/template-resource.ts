/** Reads single values out of a template. A path that leads nowhere gives null. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const step = (value: Json, key: string | number): Json => {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] ?? null) : null;
  return value[key] ?? null;
};

export const at = (value: Json, ...path: Path): Json => path.reduce(step, value);

/** @throws when there is no text */
export const textAt = (value: Json, ...path: Path): string => {
  const found = at(value, ...path);
  if (typeof found !== 'string')
    throw new Error(`No text at ${path.join(' › ')} in ${JSON.stringify(value)}`);
  return found;
};

/** CloudFormation writes a list of one as the one, and an empty list not at all. */
export const items = (value: Json): Json[] => {
  if (value === null) return [];
  return Array.isArray(value) ? value : [value];
};

export const keysAt = (value: Json, ...path: Path): string[] => {
  const found = at(value, ...path);
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
};

type Given = {
  readonly Type: string;
  readonly Properties: Record<string, Json>;
  readonly Metadata: Record<string, Json>;
  readonly DeletionPolicy?: string | undefined;
};

export class TemplateResource {
  readonly id: string;
  readonly type: string;
  /** The logical id without its hash. */
  readonly name: string;
  readonly properties: Record<string, Json>;
  readonly metadata: Record<string, Json>;
  readonly deletionPolicy: string | undefined;

  constructor(id: string, { Type, Properties, Metadata, DeletionPolicy }: Given) {
    this.id = id;
    this.type = Type;
    this.name = id.replace(/[0-9A-F]{8}$/, '');
    this.properties = Properties;
    this.metadata = Metadata;
    this.deletionPolicy = DeletionPolicy;
  }

  at(...path: Path): Json {
    return at(this.properties, ...path);
  }

  text(...path: Path): string {
    return textAt(this.properties, ...path);
  }

  items(...path: Path): Json[] {
    return items(this.at(...path));
  }
}
