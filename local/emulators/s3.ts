import type { BucketDescription } from '../template/model.ts';
import { forwardTo } from '../wire/backend.ts';
import type { Backend, WireResponse } from '../wire/backend.ts';
import { s3Error } from '../wire/errors.ts';
import type { Fauxqs } from './fauxqs.ts';

/** The buckets of the template. */
export const createBuckets = ({ server, url }: Fauxqs, buckets: BucketDescription[]): Backend => {
  for (const { name } of buckets) server.createBucket(name);
  return withConditions(forwardTo(url));
};

/** Adds the one condition that is used, which the emulator passes over: to put an object where there is none. */
const withConditions = (emulator: Backend): Backend => {
  // Conditional puts happen one after the other, since one that looks while another puts would find nothing.
  let last: Promise<unknown> = Promise.resolve();
  const putIfNone: Backend = async (request) => {
    const { status } = await emulator({ ...request, method: 'HEAD', body: Buffer.alloc(0) });
    return status === 200 ? thereAlready : emulator(request);
  };
  return (request) => {
    const { 'if-none-match': ifNone, 'if-match': ifSame } = request.headers;
    if (request.method !== 'PUT' || (ifNone ?? ifSame) === undefined) return emulator(request);
    if (ifNone !== '*' || ifSame !== undefined) return Promise.resolve(notKnown);
    const answer = last.then(() => putIfNone(request));
    last = answer.catch(() => undefined);
    return answer;
  };
};

const thereAlready: WireResponse = s3Error(412, 'PreconditionFailed', 'There is an object of that name');
const notKnown: WireResponse = s3Error(501, 'NotImplemented', 'No such condition is known locally');
