/** An attribute as DynamoDB writes it in JSON: its type, and its value. */
type RawValue = Readonly<Record<string, unknown>>;
export type RawItem = Readonly<Record<string, RawValue>>;

/** An item without its types. Bytes are a `Uint8Array`. */
export const plainItem = (raw: RawItem): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, plain(value)]));

/** @throws Error for a type that no table holds so far */
function plain(raw: RawValue): unknown {
  const [type, value] = Object.entries(raw)[0] ?? [];
  switch (type) {
    case 'S':
    case 'BOOL':
    case 'SS':
      return value;
    case 'N':
      return Number(value);
    case 'B':
      return new Uint8Array(Buffer.from(String(value), 'base64'));
    case 'NULL':
      return null;
    case 'L':
      return (value as readonly RawValue[]).map(plain);
    case 'M':
      return plainItem(value as RawItem);
    case undefined:
    default:
      throw new Error(`an attribute of the type ${type ?? ''} is not read here`);
  }
}
