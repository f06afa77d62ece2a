/** How a request ends. A pending one is `due`, one whose mail is being handed over is `claimed`. */
export const requestStates = [
  'due',
  'claimed',
  'sent',
  'expired-before-sending',
  'replaced-by-meeting',
  'send-failed',
  'send-uncertain',
] as const;
export type RequestState = (typeof requestStates)[number];
