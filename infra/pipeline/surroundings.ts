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

/** Whose installation it is, as the pages that people see are told: in JSON. */
export const organisationIn = ({ configuration }: Surroundings): string => {
  const { controller, contacts, leaveTo } = configuration;
  return JSON.stringify({ ...controller, contacts, leaveTo });
};
