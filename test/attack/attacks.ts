import { join } from './a-01-join.ts';
import { everySecond } from './a-02-every-second.ts';
import { logs } from './a-03-logs.ts';
import { isolate } from './a-04-isolate.ts';
import { keyForOne } from './a-05-keys.ts';
import { derivedNonce } from './a-06-nonces.ts';
import { replayed } from './a-07-replay.ts';
import { forgeries } from './a-08-forgeries.ts';
import { scanners } from './a-09-scanners.ts';
import { sizes } from './a-10-sizes.ts';
import { unique } from './a-11-unique.ts';
import { administrators } from './a-12-administrators.ts';
import { resurrected } from './a-13-resurrected.ts';
import { copies } from './a-14-copies.ts';
import { refreshed } from './b-01-refresh.ts';
import { linearPrograms } from './b-02-programs.ts';
import { subtractions } from './b-03-subtractions.ts';
import { reconstruction } from './b-04-reconstruction.ts';
import { ownAnswers } from './b-05-own-answers.ts';
import { busyWorkers, fewPeople } from './b-06-few-people.ts';
import { looksTheSame } from './b-08-looks-the-same.ts';
import { reorganisedUnits } from './b-09-reorganised.ts';
import { personalData } from './b-10-personal-data.ts';
import { matchedComments } from './b-11-comments.ts';
import type { Attack } from './attack.ts';

/** Every attack. Those that only look come first, and those that act after them, in the order in which they can. */
export const attacks: readonly Attack[] = [
  ...[join, everySecond, logs, unique, resurrected, refreshed, looksTheSame],
  ...[keyForOne, derivedNonce, scanners, sizes, administrators],
  // These share one quarter, and end it.
  ...[replayed, forgeries, copies],
  // Ends several quarters, so nobody acts on the system after it.
  isolate,
  // These need no system: what they look at is composed, and never stored.
  ...[linearPrograms, subtractions, reconstruction, ownAnswers, fewPeople, busyWorkers],
  ...[reorganisedUnits, personalData, matchedComments],
];
