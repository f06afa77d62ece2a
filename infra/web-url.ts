import { z } from 'zod';

const isLoopback = (hostname: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** An https URL. Plain http is for a machine talking to itself. */
export const webUrl = z.url('must be a URL').refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}, 'must begin with https://');
