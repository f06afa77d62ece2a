import type { Line } from './insist.ts';

const patienceMilliseconds = 20_000;

/** The way to the page's own origin. */
export const line: Line = {
  post: async (path, body) => {
    const abort = new AbortController();
    const patience = setTimeout(() => {
      abort.abort();
    }, patienceMilliseconds);
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // What is sent when the page is closed still arrives, and nothing goes along that tells who sends it.
        keepalive: true,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: abort.signal,
      });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } finally {
      clearTimeout(patience);
    }
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
