import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { organisationIn, type Surroundings } from './surroundings.ts';

type Statement = {
  readonly id: string;
  readonly folder: string;
  readonly path: string;
  /** What people meet while it does not answer. */
  readonly impact: string;
  /** Why nobody has to sign in. */
  readonly isPublic: string;
};

const privacyNotice: Statement = {
  id: 'ShowPrivacyNotice',
  folder: 'show-privacy-notice',
  path: '/{language}/privacy',
  impact: 'People who want to know what happens to their answers see an error, and rightly do not answer.',
  isPublic: 'The privacy notice is public and the same for everyone.',
};

const accessibilityStatement: Statement = {
  id: 'ShowAccessibilityStatement',
  folder: 'show-accessibility-statement',
  path: '/{language}/accessibility',
  impact: 'People who cannot use a page of ours see an error where it says whom to tell.',
  isPublic: 'The accessibility statement is public and the same for everyone.',
};

/** What the law wants said beside the pages that ask. */
export const createStatements = (scope: Construct, surroundings: Surroundings): void => {
  const { alarms, frontDoor } = surroundings;
  for (const { id, folder, path, impact, isPublic } of [privacyNotice, accessibilityStatement]) {
    const page = new ApiFunction(scope, id, {
      folder,
      timeout: Duration.seconds(10),
      // Many read it beside the form that they are answering: when it was shown says when somebody answered.
      logging: 'timeless',
      alarms,
      impact:
        `${impact} Read the error in the log of ${folder}, mend it, or deploy the previous version. ` +
        'Nothing else depends on it.',
    });
    page.function.knows(environment.organisation, organisationIn(surroundings));
    frontDoor.openToAll(HttpMethod.GET, path, page.function, isPublic);
  }
};
