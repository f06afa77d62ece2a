import { knownQuestions } from '../../shared/domain/digest/known-questions.ts';
import { catalogueOf, formsInForce } from '../../shared/domain/questions/catalogue.ts';

/** Forms where no organisation has published or withdrawn any. */
export const shippedCatalogue = catalogueOf({ standings: [], published: [] });
export const shippedForms = formsInForce([]);
export const shippedQuestions = knownQuestions(shippedCatalogue, []);
