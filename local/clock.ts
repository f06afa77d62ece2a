/** The system's clock: live, or pinned to an instant. Functions see it through shared memory, at no cost per reading. */
export type Clock = {
  /** Epoch milliseconds. */
  now: () => number;
  pin: (epochMs: number) => void;
  /** Back to the machine's own time. */
  unpin: () => void;
  pinned: () => boolean;
  /** One Float64: the pinned epoch milliseconds, or NaN while the clock is live. */
  shared: SharedArrayBuffer;
};

export const createClock = (pinnedAt?: number): Clock => {
  const shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const cell = new Float64Array(shared);
  cell[0] = pinnedAt ?? Number.NaN;
  return {
    shared,
    now: () => readClock(cell, Date.now),
    pin: (epochMs) => {
      cell[0] = epochMs;
    },
    unpin: () => {
      cell[0] = Number.NaN;
    },
    pinned: () => !Number.isNaN(cell[0]),
  };
};

/** Epoch milliseconds that a clock's cell stands for. */
export const readClock = (cell: Float64Array, live: () => number): number => {
  const pinned = cell[0];
  return pinned === undefined || Number.isNaN(pinned) ? live() : pinned;
};

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Epoch milliseconds of an ISO date and time with an offset, or undefined when it is not one. */
export const parseInstant = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !withOffset.test(text)) return undefined;
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? undefined : epochMs;
};
