import { environment } from '../contract/environment.ts';
import { organisationSchema, type Organisation } from '../domain/respondent/organisation.ts';
import { required } from './environment.ts';

/**
 * Whose installation it is, as infrastructure has told the function in JSON.
 *
 * @throws at start-up, where it is not all there: half a contact helps nobody
 */
export const readOrganisation = (): Organisation =>
  organisationSchema.parse(JSON.parse(required(environment.organisation)));
