/**
 * A fault to stage at the caller's n-th matching call: the caller dies right before or right after it, or is given an
 * error for an answer.
 */
export type FaultPlan = {
  /** Short name of the function. */
  caller: string;
  /** Operation such as `PutItem`, with or without its service (`dynamodb:PutItem`); any call when left out. */
  action?: string;
  /** `before`: the call never reaches the service. `after`: it does, and the answer is lost. */
  when: 'before' | 'after';
  /** Which matching call from now on, counted from 1. */
  nth?: number;
  /** The error that the caller gets, with its HTTP status and its name at the service, instead of dying. */
  answer?: { status: number; code: string };
};

type Fault = {
  /** Whether it has happened. */
  struck: () => boolean;
  /** Calls that matched so far. */
  seen: () => number;
  cancel: () => void;
};

export type Faults = {
  failOnce: (plan: FaultPlan) => Fault;
  /** How the call that is about to be made has to fail, if at all. */
  next: (caller: string, service: string, action: string) => FaultPlan | undefined;
};

export const createFaults = (): Faults => {
  const pending = new Set<{ plan: FaultPlan; seen: number; struck: boolean }>();
  return {
    failOnce: (plan) => {
      const fault = { plan, seen: 0, struck: false };
      pending.add(fault);
      return { struck: () => fault.struck, seen: () => fault.seen, cancel: () => void pending.delete(fault) };
    },
    next: (caller, service, action) => {
      let struck: FaultPlan | undefined;
      for (const fault of pending) {
        const { plan } = fault;
        const acts =
          plan.action === undefined || plan.action === action || plan.action === `${service}:${action}`;
        if (plan.caller !== caller || !acts) continue;
        fault.seen += 1;
        if (fault.seen < (plan.nth ?? 1)) continue;
        fault.struck = true;
        pending.delete(fault);
        struck ??= plan;
      }
      return struck;
    },
  };
};
