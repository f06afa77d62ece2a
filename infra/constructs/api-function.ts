import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarmPeriod } from './alarms.ts';
import type { Alarms, Impact } from './alarms.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

export type ApiFunctionProps = PipelineFunctionProps & {
  readonly alarms: Alarms;
  readonly impact: Impact;
};

/** What the shell of every API function logs when it answers a fault of ours. */
const faultPhrase = 'a request failed';

/**
 * A function that somebody waits for. A fault of ours is answered with a document, which Lambda counts as a success:
 * the log tells of it. Lambda itself counts only what does not start or takes too long.
 */
export class ApiFunction extends Construct {
  readonly function: PipelineFunction;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    this.function = new PipelineFunction(this, 'Answerer', props);
    const { alarms, folder, impact } = props;
    const faults = this.function.countLines(`${folder}-faults`, FilterPattern.allTerms(faultPhrase));
    alarms.raise(this, 'FaultsAlarm', faults, impact);
    const errors = this.function.lambda.metricErrors({ period: alarmPeriod });
    alarms.raise(this, 'ErrorsAlarm', errors, `${folder} does not start, or takes too long. ${impact}`);
  }
}
