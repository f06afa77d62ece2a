/** How often something happened, by name. */
export type Counts = Readonly<Record<string, number>>;

/** What a stretch of the pipeline did, in the units that AWS bills. */
export type Work = {
  /** DynamoDB's read and write units, indexes included. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Requests that came in through the HTTP API. */
  readonly apiRequests: number;
  /** Calls to AWS services, by service and action: `dynamodb:PutItem`. */
  readonly calls: Counts;
  /** Invocations by function. */
  readonly invocations: Counts;
};

export const noWork: Work = { readUnits: 0, writeUnits: 0, apiRequests: 0, calls: {}, invocations: {} };

/** The sum of both; with a negative factor, what the first did more than the second. */
export const plus = (a: Work, b: Work, factor = 1): Work => ({
  readUnits: a.readUnits + b.readUnits * factor,
  writeUnits: a.writeUnits + b.writeUnits * factor,
  apiRequests: a.apiRequests + b.apiRequests * factor,
  calls: plusCounts(a.calls, b.calls, factor),
  invocations: plusCounts(a.invocations, b.invocations, factor),
});

/** The share of one among so many. */
export const perEach = (work: Work, count: number): Work => plus(noWork, work, 1 / count);

export const sum = (works: readonly Work[]): Work => works.reduce((total, work) => plus(total, work), noWork);

export const total = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

/** How many of the calls went to one service, such as `dynamodb`. */
export const callsTo = (service: string, { calls }: Work): number =>
  total(Object.fromEntries(Object.entries(calls).filter(([name]) => name.startsWith(`${service}:`))));

/** The sum of both, without what comes to nothing. */
export function plusCounts(a: Counts, b: Counts, factor = 1): Counts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  const counts = [...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0) * factor] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}
