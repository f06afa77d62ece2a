/** Runs in a function's stead: puts an object where the event says what, and reads it otherwise. */
import { putObjectOnce, readObject } from '../../../shared/adapters/objects.ts';
import { environment } from '../../../shared/contract/environment.ts';

export async function handler({ key, put }: { key: string; put?: string }): Promise<string> {
  const bucket = process.env[environment.releasesBucket] ?? '';
  if (put !== undefined) return putObjectOnce(bucket, key, Buffer.from(put));
  return Buffer.from(await readObject(bucket, key)).toString();
}
