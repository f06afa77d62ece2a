import * as z from 'zod';

/**
 * Who answers for the processing (the controller of the General Data Protection Regulation), as the organisation that
 * runs the installation has configured it.
 */
export const controllerSchema = z.object({
  /** Of the organisation, in each language. */
  name: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
  /** E-mail address for questions about the surveys. */
  email: z.email(),
  /** E-mail address of the data protection officer. */
  officerEmail: z.email(),
});
export type Controller = z.infer<typeof controllerSchema>;
