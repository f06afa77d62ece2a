import type { WireRequest } from './backend.ts';
import type { Operation } from './operations.ts';

/** Headers of S3 that ask for nothing beside the object itself, with the checksums of its bytes. */
const plainHeader = /^x-amz-(content-sha256|date|security-token|user-agent|sdk-.+|checksum-.+)$/;

/**
 * Reads a request to S3 in path style, which its method, path, query and headers tell together. What asks for more than
 * one object as it stands (a copy, a tag, an ACL, a part, a version) is an operation that is not known.
 */
export const readObjectOperation = ({ method, path, headers }: WireRequest): Operation => {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const [, bucket = '', key = ''] = /^\/([^/]+)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
  const names: Record<string, string> = { GET: 'GetObject', PUT: 'PutObject' };
  const name = names[method];
  const isPlain =
    key !== '' &&
    [...searchParams.keys()].every((parameter) => parameter === 'x-id') &&
    Object.keys(headers).every((header) => !header.startsWith('x-amz-') || plainHeader.test(header));
  if (name === undefined || !isPlain)
    return { name: `${method} ${pathname}`, permissions: [], writes: false };
  const condition = headers['if-none-match'];
  const permission = {
    action: `s3:${name}`,
    resource: `arn:aws:s3:::${bucket}/${key}`,
    ...(condition !== undefined && { context: { 's3:if-none-match': [condition] } }),
  };
  return { name, permissions: [permission], writes: name === 'PutObject' };
};

/** What S3 asks for before it tells that an object is not there: whoever may not list a bucket is refused instead. */
export const toTellOfAbsence = ({ permissions }: Operation): Operation => ({
  name: 'ListObjectsV2',
  permissions: permissions.map(({ resource }) => ({
    action: 's3:ListBucket',
    resource: resource.split('/')[0] ?? '',
  })),
  writes: false,
});
