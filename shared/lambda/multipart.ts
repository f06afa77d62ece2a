import { bodyOf, type HttpRequest } from './http-function.ts';
import { demandFormSize } from './respondent-page.ts';

/**
 * The text fields of a body in `multipart/form-data` (RFC 7578), as some mail programs post it; none where it is
 * malformed. Files are of no use here and are read as text.
 *
 * @throws Problem 413 where it is larger than any form of ours
 */
export function multipartFields(request: HttpRequest): URLSearchParams {
  const body = bodyOf(request);
  demandFormSize(body);
  const fields = new URLSearchParams();
  const [, quoted, bare] =
    /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(request.headers['content-type'] ?? '') ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return fields;
  for (const part of `\r\n${body.toString()}`.split(`\r\n--${boundary}`)) {
    const [, head = '', value = ''] = /^\r\n(.*?)\r\n\r\n(.*)$/s.exec(part) ?? [];
    const name = /^content-disposition:\s*form-data\s*;.*\bname="([^"]*)"/im.exec(head)?.[1];
    if (name !== undefined) fields.append(name, value);
  }
  return fields;
}
