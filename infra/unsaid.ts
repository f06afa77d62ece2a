import { Annotations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import type { Configuration } from './configuration.ts';

/** What people are told of the organisation, and which an installation for real people has to say. */
const said = ['controller', 'contacts', 'senderName', 'replyTo'] as const;

/** Addresses at the domain of the example, or its name. */
const isExample = (value: unknown): boolean => /\.example\b|\bEsimerkin\b/.test(JSON.stringify(value));

/** Warns whoever deploys of what a trial on one's own machine can do without: who asks, and where people turn. */
export const warnOfWhatIsUnsaid = (app: App, configuration: Configuration): void => {
  for (const key of said) {
    if (isExample(configuration[key]))
      Annotations.of(app).addWarningV2(
        `kuultu:${key}`,
        `People are shown an example in the place of "${key}": set it in cdk.json before anybody real is asked.`,
      );
  }
};
