import type { Node } from 'constructs';
import { z } from 'zod';

const isLoopback = (hostname: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** An https URL. Plain http is for a machine talking to itself. */
const webUrl = z.url('must be a URL').refine((text) => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
}, 'must begin with https://');

const nameText = z
  .string('must be a name')
  .trim()
  .min(1, 'must not be empty')
  .max(120, 'is too long for a name');

/** Who answers for the processing. All of it has to be said: half of it helps nobody who has a question. */
const controllerSchema = z.object(
  {
    name: z.object({ fi: nameText, sv: nameText, en: nameText }, 'must be a name in fi, sv and en'),
    email: z.email('must be an e-mail address'),
    officerEmail: z.email('must be an e-mail address'),
  },
  'must be an object with name, email and officerEmail, in cdk.json',
);

const schema = z
  .strictObject({
    region: z.enum(['eu-north-1', 'eu-west-1']).default('eu-north-1'),
    senderAddress: z.email('must be an e-mail address').default('palaute@kuultu.example'),
    oidcIssuer: webUrl.optional(),
    oidcAudience: z.string().min(1, 'must not be empty').optional(),
    groupsClaim: z.string().min(1, 'must not be empty').default('cognito:groups'),
    webOrigin: webUrl
      .refine(
        (text) => URL.parse(text)?.origin === text,
        'must be scheme and host only, without a path or slash',
      )
      .optional(),
    alarmEmail: z.email('must be an e-mail address').optional(),
    controller: controllerSchema.optional(),
  })
  .superRefine(({ oidcIssuer, oidcAudience }, context) => {
    const needs = (missing: string, given: string): void => {
      context.addIssue({ code: 'custom', path: [missing], message: `is needed when ${given} is given` });
    };
    if (oidcIssuer !== undefined && oidcAudience === undefined) needs('oidcAudience', 'oidcIssuer');
    if (oidcIssuer === undefined && oidcAudience !== undefined) needs('oidcIssuer', 'oidcAudience');
  });

/**
 * What an organisation chooses about its own installation.
 *
 * - `region`: where everything runs.
 * - `senderAddress`: sender of the requests; its domain becomes the SES identity.
 * - `oidcIssuer`, `oidcAudience`: who signs in administrators and analysts; a Cognito user pool when absent.
 * - `groupsClaim`: claim that holds the groups `admin` and `analyst`.
 * - `webOrigin`: scheme and host that respondents see; the API's own endpoint when absent.
 * - `alarmEmail`: where alarms are sent.
 * - `controller`: who answers for the processing, as the privacy notice tells: `name` in `fi`, `sv` and `en`, `email` for
 *   questions, `officerEmail` of the data protection officer. Set it before anybody real is asked.
 */
export type Configuration = z.infer<typeof schema>;

/** The shape of our keys. CDK's own carry colons, at signs or hyphens. */
const camelCase = /^[a-z]+(?:[A-Z][a-z]*)*$/;

const isOurs = (key: string): boolean => key in schema.shape || camelCase.test(key);

/**
 * Reads the configuration from CDK's context (`-c key=value`, or cdk.json).
 *
 * @throws Error with one line for every fault, each of which names its key
 */
export const readConfiguration = (node: Node): Configuration => {
  const given: Record<string, unknown> = z.record(z.string(), z.unknown()).parse(node.getAllContext());
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([key]) => isOurs(key))));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')}: is not a key; the keys are ${Object.keys(schema.shape).join(', ')}`
      : `${issue.path.join('.')}: ${issue.message}`,
  );
  throw new Error(`Invalid configuration in the CDK context.\n${faults.join('\n')}`);
};
