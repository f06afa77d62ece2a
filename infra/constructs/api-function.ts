import { Construct } from 'constructs';
import { alarmPeriod } from './alarms.ts';
import type { Alarms, Impact } from './alarms.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

export type ApiFunctionProps = PipelineFunctionProps & {
  readonly alarms: Alarms;
  readonly impact: Impact;
};

/** A function that somebody waits for. */
export class ApiFunction extends Construct {
  readonly function: PipelineFunction;

  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    this.function = new PipelineFunction(this, 'Answerer', props);
    const errors = this.function.lambda.metricErrors({ period: alarmPeriod });
    props.alarms.raise(this, 'ErrorsAlarm', errors, props.impact);
  }
}
