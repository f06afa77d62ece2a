import type { Permission } from './iam.ts';
import type { Service } from './operations.ts';

/** One call that went over the wire. */
type Call = {
  /** Short name of the function, or `local` for tests and tools. */
  caller: string;
  service: Service;
  /** Operation, such as `PutItem`. */
  action: string;
  resources: string[];
  /** What IAM had to allow for it; a transaction needs its items' own actions. */
  needed: readonly Permission[];
  wrote: boolean;
  /** Name of the error, when the service refused. */
  error?: string;
  /** DynamoDB's capacity units, as the engine counts them. */
  capacityUnits: number;
  requestBytes: number;
  responseBytes: number;
  /** What was asked and answered, word for word: only of calls that were made while bodies were kept. */
  bodies?: { request: Buffer; response: Buffer };
};

type CallSummary = {
  caller: string;
  service: Service;
  action: string;
  calls: number;
  errors: number;
  capacityUnits: number;
  requestBytes: number;
  responseBytes: number;
};

/** Latest calls kept one by one; the summary counts all of them. */
const callsKept = 20_000;

export type Ledger = {
  record: (call: Call) => void;
  /** From now on keeps what calls ask and answer, for those who have to count what is in it; or no longer. */
  keepBodies: (isKept: boolean) => void;
  calls: () => readonly Call[];
  summary: () => CallSummary[];
  /** How many writes functions have made so far. A reset does not set it back. */
  writes: () => number;
  reset: () => void;
};

export const createLedger = (): Ledger => {
  let calls: Call[] = [];
  let summary = new Map<string, CallSummary>();
  let writes = 0;
  let areBodiesKept = false;
  return {
    keepBodies: (isKept) => {
      areBodiesKept = isKept;
    },
    record: ({ bodies, ...call }) => {
      calls.push({ ...call, ...(areBodiesKept && bodies && { bodies }) });
      if (calls.length > callsKept * 2) calls = calls.slice(-callsKept);
      if (call.wrote && call.caller !== 'local') writes += 1;
      const key = `${call.caller} ${call.service} ${call.action}`;
      const { caller, service, action } = call;
      const sum = summary.get(key) ?? {
        ...{ caller, service, action },
        ...{ calls: 0, errors: 0, capacityUnits: 0, requestBytes: 0, responseBytes: 0 },
      };
      sum.calls += 1;
      sum.errors += call.error === undefined ? 0 : 1;
      sum.capacityUnits += call.capacityUnits;
      sum.requestBytes += call.requestBytes;
      sum.responseBytes += call.responseBytes;
      summary.set(key, sum);
    },
    calls: () => calls,
    summary: () => [...summary.values()],
    writes: () => writes,
    reset: () => {
      calls = [];
      summary = new Map();
    },
  };
};
