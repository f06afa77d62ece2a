import type { Node } from 'constructs';
import { z } from 'zod';
import { contacts, controller, example, senderName, weatherPage } from './organisation.ts';
import { webUrl } from './web-url.ts';

const schema = z
  .strictObject({
    region: z.enum(['eu-north-1', 'eu-west-1']).default('eu-north-1'),
    senderAddress: z.email('must be an e-mail address').default('palaute@kuultu.example'),
    senderName: senderName.default(example.name),
    replyTo: z.email('must be an e-mail address').default(example.replyTo),
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
    controller: controller.default({
      name: example.name,
      email: example.replyTo,
      officerEmail: example.officerEmail,
    }),
    contacts: contacts.default(example.contacts),
    leaveTo: webUrl.default(weatherPage),
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
 * - `senderName`: of the organisation, in `fi`, `sv` and `en`: a mail program shows it beside the address, and the mail gives
 *   it as who asks. It is read on lock screens, so nothing of child welfare.
 * - `replyTo`: where an answer to such a mail goes. Somebody has to read it.
 * - `oidcIssuer`, `oidcAudience`: who signs in administrators and analysts; a Cognito user pool when absent.
 * - `groupsClaim`: claim that holds the groups `admin` and `analyst`.
 * - `webOrigin`: scheme and host that respondents see; the API's own endpoint when absent.
 * - `alarmEmail`: where alarms are sent.
 * - `controller`: who asks, and answers for the processing: `name` in `fi`, `sv` and `en`, `email` for questions,
 *   `officerEmail` of the data protection officer. Set it before anybody real is asked.
 * - `contacts`: where people turn: `onCall` social work (`phone`), the social `ombudsperson` (`name`, `phone`, `url`), how to
 *   make a formal `reminder` (`url`), and who is told of what is not accessible (`accessibility`: `email`). Names and URLs
 *   in `fi`, `sv` and `en`. Set them, too.
 * - `leaveTo`: where quick exit leads.
 */
export type Configuration = z.infer<typeof schema>;

/** The shape of our keys. CDK's own carry colons, at signs or hyphens. */
const camelCase = /^[a-z]+(?:[A-Z][a-z]*)*$/;

const isOurs = (key: string): boolean => key in schema.shape || camelCase.test(key);

/** One line that begins with the key at fault. */
const faultIn = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`;
  const strangers = issue.keys.join(', ');
  return place === ''
    ? `${strangers}: is not a key; the keys are ${Object.keys(schema.shape).join(', ')}`
    : `${place}: has no key ${strangers}`;
};

/**
 * Reads the configuration from CDK's context (`-c key=value`, or cdk.json).
 *
 * @throws Error with one line for every fault, each of which names its key
 */
export const readConfiguration = (node: Node): Configuration => {
  const given: Record<string, unknown> = z.record(z.string(), z.unknown()).parse(node.getAllContext());
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([key]) => isOurs(key))));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(faultIn);
  throw new Error(`Invalid configuration in the CDK context.\n${faults.join('\n')}`);
};
