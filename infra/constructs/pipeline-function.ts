import { basename, join } from 'node:path';
import { CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { BundlingOptions } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IFilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { entryMetadata } from '../../shared/contract/entry.ts';
import type { environment } from '../../shared/contract/environment.ts';
import { acknowledge } from './acknowledge.ts';
import { alarmPeriod } from './alarms.ts';
import type { Resource } from './resource.ts';

/** An environment variable that functions know of. */
export type EnvironmentName = (typeof environment)[keyof typeof environment];

/**
 * `usual`: Lambda adds its own lines when an invocation starts and ends. `timeless`: it does not, since on the
 * respondent's path those lines would tell when an answer was given.
 */
export type Logging = 'usual' | 'timeless';

export type PipelineFunctionProps = {
  /** Folder under functions/. */
  readonly folder: string;
  readonly timeout: Duration;
  readonly memoryMegabytes?: number;
  readonly logging?: Logging;
  /** Name of the role, where a policy elsewhere has to name it; CloudFormation makes one up when absent. */
  readonly roleName?: string;
};

const projectRoot = join(import.meta.dirname, '..', '..');
const defaultMemoryMegabytes = 512;

/** HiGHS in WebAssembly, which it looks for beside the file that it is in. esbuild knows nothing of that. */
const solverBinary = 'node_modules/highs/build/highs.wasm';

/** @returns a command that copies a file of a package to a bundle that names it: 3.5 MB should lie nowhere else */
const besideWhatNeedsIt = (file: string, inputDir: string, outputDir: string): string =>
  `if grep -q '${basename(file)}' '${outputDir}/index.mjs'; then cp '${inputDir}/${file}' '${outputDir}/'; fi`;

const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  logLevel: LogLevel.WARNING,
  mainFields: ['module', 'main'],
  // The SDK is bundled, tree-shaken: it starts faster than the runtime's copy, and is the one that was tested.
  externalModules: [],
  // Dependencies in CommonJS still ask for `require`, which an ES module has to make for them.
  banner: "import{createRequire as r}from'node:module';const require=r(import.meta.url);",
  commandHooks: {
    beforeInstall: () => [],
    beforeBundling: () => [],
    afterBundling: (inputDir, outputDir) => [besideWhatNeedsIt(solverBinary, inputDir, outputDir)],
  },
};

/** Names the source file in the template, for those who run the template on their own machine. */
const nameEntry = (lambda: NodejsFunction, entry: string): void => {
  const resource = lambda.node.defaultChild;
  if (!CfnResource.isCfnResource(resource))
    throw new Error(`${lambda.node.path} has no resource to describe.`);
  resource.addMetadata(entryMetadata, entry);
};

/** A Lambda function with a role of its own, which may at first do nothing but write its own log. */
export class PipelineFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly role: Role;
  private readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      ...(props.roleName === undefined ? {} : { roleName: props.roleName }),
    });
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.log.grantWrite(this.role);
    const entry = `functions/${props.folder}/handler.ts`;
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: join(projectRoot, entry),
      projectRoot,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      bundling,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes ?? defaultMemoryMegabytes,
      timeout: props.timeout,
      role: this.role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: props.logging === 'timeless' ? SystemLogLevel.WARN : SystemLogLevel.INFO,
    });
    nameEntry(this.lambda, entry);
  }

  /** Tells the function of a resource, and lets it do exactly these actions there: the two cannot disagree. */
  uses<Action extends string>(
    name: EnvironmentName,
    resource: Resource<Action>,
    actions: readonly [Action, ...Action[]],
  ): this {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resource.arns],
        ...(resource.conditions && { conditions: resource.conditions }),
      }),
    );
    if (resource.accepted !== undefined)
      acknowledge(this.role, resource.accepted.finding, resource.accepted.reason);
    return this.knows(name, resource.value);
  }

  /**
   * Counts the lines of the function's log that fit a pattern. Patterns of text find a phrase however Lambda wraps the
   * line. A metric costs 0.30 USD a month, for the hours that it has data in: none while nothing is counted.
   */
  countLines(metricName: string, filterPattern: IFilterPattern): Metric {
    const filter = new MetricFilter(this, metricName, {
      logGroup: this.log,
      filterPattern,
      metricNamespace: 'Kuultu',
      metricName,
      metricValue: '1',
    });
    return filter.metric({ period: alarmPeriod, statistic: Stats.SUM });
  }

  /** Tells the function something that needs no grant. */
  knows(name: EnvironmentName, value: string): this {
    this.lambda.addEnvironment(name, value);
    return this;
  }
}
