import { Duration } from 'aws-cdk-lib';
import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { environment } from '../../shared/contract/environment.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { organisationIn, type Surroundings } from './surroundings.ts';

/** A page that everybody may read, and that is the same for everyone. */
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

const heard: Statement = {
  id: 'ShowHeard',
  folder: 'show-heard',
  path: '/{language}/heard',
  impact: 'People who want to know what was done because of the feedback see an error.',
  isPublic: 'What was heard and done in every region is public and the same for everyone.',
};

/** What is said beside the pages that ask: what the law wants, and what was done because of answers. */
export const createStatements = (scope: Construct, surroundings: Surroundings): void => {
  const { kept, alarms, frontDoor } = surroundings;
  for (const { id, folder, path, impact, isPublic } of [privacyNotice, accessibilityStatement, heard]) {
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
    if (folder === heard.folder)
      page.function.uses(environment.settingsTable, kept.settings.table, ['dynamodb:GetItem']);
    frontDoor.openToAll(HttpMethod.GET, path, page.function, isPublic);
  }
};
