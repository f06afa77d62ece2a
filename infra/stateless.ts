import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Configuration } from './configuration.ts';
import { Alarms } from './constructs/alarms.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { createAdministration } from './pipeline/administration.ts';
import { createComments } from './pipeline/comments.ts';
import { createDeliveries } from './pipeline/deliveries.ts';
import { createDescription } from './pipeline/description.ts';
import { createDigests } from './pipeline/digests.ts';
import { createMails } from './pipeline/mails.ts';
import { createMix } from './pipeline/mix.ts';
import { createPreferences } from './pipeline/preferences.ts';
import { createReplay } from './pipeline/replay.ts';
import { createRequests } from './pipeline/requests.ts';
import { createStageEvents } from './pipeline/stage-events.ts';
import { createSurvey } from './pipeline/survey.ts';
import { createSurveys } from './pipeline/surveys.ts';
import type { Surroundings } from './pipeline/surroundings.ts';
import type { StatefulStack } from './stateful.ts';

/** What may be replaced at any deployment: functions, queues, schedules, routes and alarms. */
export class StatelessStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    kept: StatefulStack,
    configuration: Configuration,
    props: StackProps,
  ) {
    super(scope, id, props);
    const surroundings: Surroundings = {
      kept,
      configuration,
      alarms: new Alarms(this, 'Alarms', configuration),
      frontDoor: new FrontDoor(this, 'FrontDoor', kept.signIn),
    };
    createStageEvents(this, surroundings);
    createRequests(this, surroundings);
    createDeliveries(this, surroundings);
    createMails(this, surroundings);
    createSurvey(this, surroundings);
    createSurveys(this, surroundings);
    createPreferences(this, surroundings);
    createMix(this, surroundings);
    createAdministration(this, surroundings);
    createComments(this, surroundings);
    createDigests(this, surroundings);
    createReplay(this, surroundings);
    createDescription(this, surroundings);
  }
}
