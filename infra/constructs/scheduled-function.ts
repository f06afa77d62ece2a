import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule } from 'aws-cdk-lib/aws-scheduler';
import type { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { alarmPeriod } from './alarms.ts';
import type { Alarms, Impact } from './alarms.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

export type ScheduledFunctionProps = PipelineFunctionProps & {
  readonly schedule: ScheduleExpression;
  readonly alarms: Alarms;
  readonly impact: Impact;
};

/**
 * A function that runs by the clock. Each run does whatever is still to do, so a run that fails or is skipped
 * is made good by the next one, and nothing has to be kept of it.
 */
export class ScheduledFunction extends Construct {
  readonly function: PipelineFunction;

  constructor(scope: Construct, id: string, props: ScheduledFunctionProps) {
    super(scope, id);
    this.function = new PipelineFunction(this, 'Worker', props);
    new Schedule(this, 'Schedule', {
      schedule: props.schedule,
      target: new LambdaInvoke(this.function.lambda, {
        // The target's own grant would also cover every version and alias by a wildcard.
        role: this.createInvoker().withoutPolicyUpdates(),
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
      }),
    });
    const errors = this.function.lambda.metricErrors({ period: alarmPeriod });
    props.alarms.raise(this, 'ErrorsAlarm', errors, props.impact);
  }

  private createInvoker(): Role {
    const scheduler = new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
    });
    const role = new Role(this, 'ScheduleRole', { assumedBy: scheduler });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.function.lambda.functionArn],
      }),
    );
    return role;
  }
}
