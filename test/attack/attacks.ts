import { join } from './a-01-join.ts';
import { everySecond } from './a-02-every-second.ts';
import { logs } from './a-03-logs.ts';
import { isolate } from './a-04-isolate.ts';
import { unique } from './a-11-unique.ts';
import { resurrected } from './a-13-resurrected.ts';
import type { Attack } from './attack.ts';

/** Every attack. Those that only look come first, and those that act after them, in the order in which they can. */
export const attacks: readonly Attack[] = [
  ...[join, everySecond, logs, unique, resurrected],
  // Ends several quarters, so it comes last.
  isolate,
];
