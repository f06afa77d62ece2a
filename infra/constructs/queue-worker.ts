import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmPeriod } from './alarms.ts';
import type { Alarms, Impact } from './alarms.ts';
import { PipelineFunction } from './pipeline-function.ts';
import type { PipelineFunctionProps } from './pipeline-function.ts';

export type QueueWorkerProps = PipelineFunctionProps & {
  /** What waits in the queue: `StageEvents` makes StageEventsQueue and StageEventsDlq. */
  readonly queueOf: string;
  /** Messages handed over at once. */
  readonly batchSize: number;
  /** Invocations at the same time, at least 2; as many as Lambda sees fit when absent. */
  readonly maxConcurrency?: number;
  /** How long a message may wait, in whole days; 13 when absent. */
  readonly messagesLast?: Duration;
  readonly alarms: Alarms;
  readonly impact: Impact;
};

/** A dead letter's age counts from when it was first sent: what has waited long still needs time as a dead letter. */
const retention = { messages: Duration.days(13), deadLetters: Duration.days(14) };
/** So long a message may wait before somebody is told. Three attempts take less than half of it. */
const longestWait = Duration.hours(1);
/** Times a message is tried before it goes to the dead letters. */
const maxReceiveCount = 3;
/** What Lambda's documentation asks for: a throttled batch must not become visible again while it waits. */
const timeoutsUntilVisible = 6;

/** A queue with its dead letters, and the function that works it off, message by message. */
export class QueueWorker extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly function: PipelineFunction;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    this.deadLetters = new Queue(scope, `${props.queueOf}Dlq`, {
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: retention.deadLetters,
    });
    this.queue = new Queue(scope, `${props.queueOf}Queue`, {
      enforceSSL: true,
      encryption: QueueEncryption.SQS_MANAGED,
      retentionPeriod: props.messagesLast ?? retention.messages,
      visibilityTimeout: Duration.seconds(props.timeout.toSeconds() * timeoutsUntilVisible),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount },
    });
    this.function = new PipelineFunction(this, 'Worker', props);
    this.receive(props);
    this.watch(props);
  }

  private watch({ alarms, queueOf, impact, messagesLast = retention.messages }: QueueWorkerProps): void {
    const options = { period: alarmPeriod, statistic: Stats.MAXIMUM };
    const dead = this.deadLetters.metricApproximateNumberOfMessagesVisible(options);
    alarms.raise(this, 'DeadLettersAlarm', dead, impact);
    const age = this.queue.metricApproximateAgeOfOldestMessage(options);
    const days = messagesLast.toDays();
    const late = `Messages have waited in ${queueOf}Queue for an hour, where they last for ${days} days. ${impact}`;
    alarms.raise(this, 'WaitingAlarm', age, late, longestWait.toSeconds());
  }

  private receive({ batchSize, maxConcurrency }: QueueWorkerProps): void {
    this.function.role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    this.function.lambda.addEventSourceMapping('Messages', {
      eventSourceArn: this.queue.queueArn,
      batchSize,
      reportBatchItemFailures: true,
      ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
    });
  }
}
