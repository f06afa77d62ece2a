import { Annotations } from 'aws-cdk-lib';
import type { App } from 'aws-cdk-lib';
import type { Configuration } from './configuration.ts';

/** Warns whoever deploys of what the law wants said, and a trial on one's own machine can do without. */
export const warnOfWhatIsUnsaid = (app: App, { controller }: Configuration): void => {
  if (controller !== undefined) return;
  Annotations.of(app).addWarningV2(
    'kuultu:controller',
    'The privacy notice does not say who is responsible: set "controller" in cdk.json before anybody real is asked.',
  );
};
