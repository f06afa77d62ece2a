import { vi } from 'vitest';

/** Buckets in memory, in place of the network: an object is put where there is none, and read. Signatures are shown elsewhere. */
export class FakeS3 {
  /** By bucket and name, such as `releases/T1/2026-Q1/1.json.gz` behind the host of the bucket. */
  readonly objects = new Map<string, Uint8Array>();

  /** @param around runs each call, and may refuse it before or after it took effect */
  constructor(around: <T>(call: () => T) => T = (call) => call()) {
    const answer = (url: string | URL, init: RequestInit = {}): Response =>
      around(() => this.#answer(new URL(url), init));
    vi.stubGlobal('fetch', (url: string | URL, init?: RequestInit) =>
      // What goes wrong with a call goes wrong with its promise.
      Promise.resolve().then(() => answer(url, init)),
    );
  }

  #answer({ host, pathname }: URL, { method, body, headers }: RequestInit): Response {
    const name = `${host}${pathname}`;
    const known = this.objects.get(name);
    if (method === 'GET')
      return known === undefined ? refusal(404, 'NoSuchKey') : new Response(Buffer.from(known));
    if (method !== 'PUT' || !(body instanceof Uint8Array)) throw new Error('the fake knows PUT and GET');
    if (new Headers(headers).get('if-none-match') !== '*') throw new Error('an object is put once');
    if (known !== undefined) return refusal(412, 'PreconditionFailed');
    this.objects.set(name, Uint8Array.from(body));
    return new Response(null, { status: 200 });
  }
}

const refusal = (status: number, code: string): Response =>
  new Response(`<Error><Code>${code}</Code></Error>`, { status });
