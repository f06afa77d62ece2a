import type { AttributeDefinition, GlobalSecondaryIndex, KeySchemaElement } from '@aws-sdk/client-dynamodb';
import type { Statement } from '../wire/iam.ts';
import type { PropertiesOf } from './resources.ts';

export type TableDescription = {
  name: string;
  keySchema: KeySchemaElement[];
  attributes: AttributeDefinition[];
  indexes: GlobalSecondaryIndex[];
};

export type SecretDescription = {
  arn: string;
  name: string;
  recipe: PropertiesOf<'AWS::SecretsManager::Secret'>['GenerateSecretString'];
};

export type BucketDescription = {
  arn: string;
  name: string;
  /** What the bucket's own policy denies to whoever calls. */
  denials: Statement[];
};

export type KeyDescription = {
  arn: string;
  keyId: string;
  aliases: string[];
  /** What the key's own policy denies to whoever calls. */
  denials: Statement[];
};
