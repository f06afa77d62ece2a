import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Configuration } from '../configuration.ts';

/** What the citizen loses while this lasts, and what the operator does about it. Shown with the alarm. */
export type Impact = string;

/** Period in which an alarm counts. */
export const alarmPeriod = Duration.minutes(5);

/** Where every alarm is heard: one topic, with the operator's address when it is configured. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { alarmEmail }: Configuration) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    // Enforcing TLS gives the topic a policy, which takes the place of the one that let alarms publish.
    this.topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    if (alarmEmail !== undefined) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }

  /**
   * Raises an alarm under `scope` as soon as the metric reaches the threshold. No data means no fault.
   *
   * Every alarm costs 0.10 USD a month. One on the sum of two metrics costs as much as two alarms do, and tells less.
   */
  raise(scope: Construct, id: string, metric: IMetric, impact: Impact, threshold = 1): void {
    const alarm = new Alarm(scope, id, {
      metric,
      alarmDescription: impact,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
