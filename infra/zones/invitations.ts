import { AttributeType, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { recordsByDay } from '../../shared/contract/tables.ts';
import { secretToRead, indexAlone, tableAlone } from '../constructs/resource.ts';
import type { Resource, SecretAction, TableAction } from '../constructs/resource.ts';
import { createSecret } from '../constructs/secret.ts';
import { createTable } from '../constructs/table.ts';

/** Who may be asked, who was asked and why: contacts by their keyed hash, requests, decisions. */
export type InvitationsZone = {
  readonly table: Resource<TableAction>;
  /** Everything that deciding depends on and leads to, by day. */
  readonly recordsByDay: Resource<TableAction>;
  /** Key of the HMAC that stands in for a contact, case, occasion or event reference. */
  readonly referencesSecret: Resource<SecretAction>;
  /** Key of the MAC in a preferences link. */
  readonly preferencesSecret: Resource<SecretAction>;
};

export const createInvitationsZone = (scope: Construct): InvitationsZone => {
  // An address is erased when its request is sent. A restore to an earlier second would bring it back.
  const table = createTable(scope, 'InvitationsTable', 'itemKey', 'unrecoverable');
  table.addGlobalSecondaryIndex({
    indexName: recordsByDay.name,
    partitionKey: { name: recordsByDay.partition, type: AttributeType.STRING },
    sortKey: { name: recordsByDay.sort, type: AttributeType.STRING },
    projectionType: ProjectionType.ALL,
  });
  return {
    table: tableAlone(table),
    recordsByDay: indexAlone(table, recordsByDay.name),
    referencesSecret: secretToRead(
      createSecret(scope, 'ReferencesSecret', 'Stands in for references by HMAC'),
    ),
    preferencesSecret: secretToRead(createSecret(scope, 'PreferencesSecret', 'Signs preferences links')),
  };
};
