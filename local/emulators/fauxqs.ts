import { startFauxqs } from 'fauxqs';
import type { FauxqsServer } from 'fauxqs';

/** One server that stands in for SQS and for S3. */
export type Fauxqs = { server: FauxqsServer; region: string; url: string };

export const startQueuesAndBuckets = async (region: string): Promise<Fauxqs> => {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false, defaultRegion: region });
  return { server, region, url: `http://127.0.0.1:${server.port}` };
};
