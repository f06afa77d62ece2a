/** How a request ends. A pending one is `due`, one whose mail is being handed over is `claimed`. */
export const requestStates = [
  'due',
  'claimed',
  'sent',
  'expired-before-sending',
  // Stopped before it left, for a reason that is kept beside it: a hold, an opt-out, a cancellation in between.
  'withdrawn',
  'replaced-by-meeting',
  'send-failed',
  'send-uncertain',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What became of a mail after it was sent, weakest first: a stronger one is never overwritten by a weaker. */
export const deliveries = ['delayed', 'bounced', 'complained'] as const;
export type Delivery = (typeof deliveries)[number];
