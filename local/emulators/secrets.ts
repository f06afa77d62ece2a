import { randomInt, randomUUID } from 'node:crypto';
import type { SecretDescription } from '../template/model.ts';
import type { Backend } from '../wire/backend.ts';
import { answerWith, ServiceError } from '../wire/backend.ts';

export type Secrets = { backend: Backend; valueOf: (arn: string) => string };

/** Secrets Manager, as far as reading goes: each secret's value is made when the system starts. */
export const createSecrets = (descriptions: SecretDescription[]): Secrets => {
  const values = new Map(descriptions.map(({ arn, recipe }) => [arn, generate(recipe)]));
  const versions = new Map(descriptions.map(({ arn }) => [arn, randomUUID()]));
  const valueOf = (arn: string): string => {
    const value = values.get(arn);
    if (value === undefined) throw new ServiceError('ResourceNotFoundException', `There is no secret ${arn}`);
    return value;
  };
  return {
    valueOf,
    backend: answerWith((operation, parameters) => {
      if (operation !== 'GetSecretValue') throw new ServiceError('UnknownOperationException', operation);
      const id = String(parameters['SecretId']);
      const found = descriptions.find(({ arn, name }) => arn === id || name === id);
      return Promise.resolve({
        ARN: found?.arn ?? id,
        Name: found?.name ?? id,
        SecretString: valueOf(found?.arn ?? id),
        VersionId: versions.get(found?.arn ?? id) ?? '',
        VersionStages: ['AWSCURRENT'],
      });
    }),
  };
};

const classes = {
  lowercase: 'abcdefghijklmnopqrstuvwxyz',
  uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  numbers: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

/** A random password as Secrets Manager makes one: of the wanted length, with every kind of character that is wanted. */
export const generate = (recipe: SecretDescription['recipe']): string => {
  const excluded = new Set(recipe.ExcludeCharacters);
  const wanted = [
    recipe.ExcludeLowercase ? '' : classes.lowercase,
    recipe.ExcludeUppercase ? '' : classes.uppercase,
    recipe.ExcludeNumbers ? '' : classes.numbers,
    recipe.ExcludePunctuation ? '' : classes.punctuation,
    recipe.IncludeSpace ? ' ' : '',
  ]
    .map((characters) => Array.from(characters).filter((character) => !excluded.has(character)))
    .filter((characters) => characters.length > 0);
  const alphabet = wanted.flat();
  for (;;) {
    const drawn = Array.from(
      { length: recipe.PasswordLength },
      () => alphabet[randomInt(alphabet.length)] ?? '',
    );
    const complete = wanted.every((characters) => characters.some((character) => drawn.includes(character)));
    // Drawing anew until every kind is there keeps each such password equally likely.
    if (complete || !recipe.RequireEachIncludedType) return drawn.join('');
  }
};
