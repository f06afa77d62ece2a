import type { Attack } from './attack.ts';
import { join } from './a-01-join.ts';
import { logs } from './a-03-logs.ts';
import { everySecond } from './a-02-every-second.ts';

/** Every attack, in the order of the table. Those that act come after those that only look. */
export const attacks: readonly Attack[] = [join, everySecond, logs];
