import type { Configuration } from '../configuration.ts';
import type { Alarms } from '../constructs/alarms.ts';
import type { FrontDoor } from '../constructs/front-door.ts';
import type { StatefulStack } from '../stateful.ts';

/** What every part of the pipeline is built into. */
export type Surroundings = {
  readonly kept: StatefulStack;
  readonly alarms: Alarms;
  readonly frontDoor: FrontDoor;
  readonly configuration: Configuration;
};
