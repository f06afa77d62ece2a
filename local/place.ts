import type { Place } from './wire/operations.ts';
import { addressOf } from './wire/operations.ts';
import type { Kms } from './emulators/kms.ts';
import { secretsOf } from './template/wiring.ts';
import type { Resources } from './template/read.ts';

/** No account in particular: the one that the emulators use as well. */
export const account = '000000000000';

/** How the wire finds the resource that a call is about. */
export const placeOf = (resources: Resources, region: string, kms: Kms): Place => {
  const secrets = secretsOf(resources);
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${region}:${account}:${rest}`;
  return {
    region,
    account,
    secretOf: (id) => secrets.find(({ name }) => name === id)?.arn ?? id,
    busOf: (id) => (id.startsWith('arn:') ? id : arn('events', `event-bus/${id}`)),
    keyOf: kms.keyOf,
    identityOf: (source) =>
      arn('ses', `identity/${identityBehind(resources, addressOf(source)) ?? addressOf(source)}`),
    configurationSetOf: (name) => arn('ses', `configuration-set/${name}`),
  };
};

/** The template's identity that an address may send under: the address itself, or its domain. */
export const identityBehind = (resources: Resources, address: string): string | undefined => {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const identities = resources
    .ofType('AWS::SES::EmailIdentity')
    .map(({ properties }) => properties.EmailIdentity);
  return (
    identities.find((identity) => identity === address) ?? identities.find((identity) => identity === domain)
  );
};
