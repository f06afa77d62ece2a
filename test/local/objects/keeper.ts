/** Runs in a function's stead: puts an object where the event says what, and reads it otherwise; in its own bucket or another. */
import { putObjectOnce, readObject } from '../../../shared/adapters/objects.ts';
import { environment } from '../../../shared/contract/environment.ts';

type Errand = { readonly key: string; readonly put?: string; readonly bucket?: string };

export async function handler({ key, put, bucket: other }: Errand): Promise<string> {
  const bucket = other ?? process.env[environment.releasesBucket] ?? '';
  if (put !== undefined) return putObjectOnce(bucket, key, Buffer.from(put));
  return Buffer.from(await readObject(bucket, key)).toString();
}
