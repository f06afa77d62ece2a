/** The environment variables that infrastructure sets and functions read. Each function gets only its own. */
export const environment = {
  invitationsTable: 'INVITATIONS_TABLE',
  ballotsTable: 'BALLOTS_TABLE',
  ballotKeysTable: 'BALLOT_KEYS_TABLE',
  poolTable: 'POOL_TABLE',
  mixKeysTable: 'MIX_KEYS_TABLE',
  reportsTable: 'REPORTS_TABLE',
  settingsTable: 'SETTINGS_TABLE',
  /** Bucket of the releases that are too large for an item. */
  releasesBucket: 'RELEASES_BUCKET',
  stageEventsQueueUrl: 'STAGE_EVENTS_QUEUE_URL',
  sendQueueUrl: 'SEND_QUEUE_URL',
  replaysQueueUrl: 'REPLAYS_QUEUE_URL',
  /** Secret shared with the client information system, which signs its webhooks with it. */
  webhookSecretArn: 'WEBHOOK_SECRET_ARN',
  /** Key of the HMAC that stands in for a contact, case, occasion or event reference. */
  referencesSecretArn: 'REFERENCES_SECRET_ARN',
  /** Key of the MAC in a preferences link. */
  preferencesSecretArn: 'PREFERENCES_SECRET_ARN',
  /** Key of the MAC in a ticket. */
  ticketsSecretArn: 'TICKETS_SECRET_ARN',
  /** Key of the HMAC that makes a context. */
  contextsSecretArn: 'CONTEXTS_SECRET_ARN',
  /** The KMS key that wraps the private key that signs the ballots of each quarter. */
  ballotWrappingKeyArn: 'BALLOT_WRAPPING_KEY_ARN',
  /** The KMS key that wraps the mix's private key of each quarter. */
  mixWrappingKeyArn: 'MIX_WRAPPING_KEY_ARN',
  /** Whose installation it is, in JSON: who asks, who answers for the processing, where people turn. */
  organisation: 'ORGANISATION',
  senderAddress: 'SENDER_ADDRESS',
  /** What a mail program shows beside the sender's address: JSON with a text for each language. */
  senderName: 'SENDER_NAME',
  /** E-mail address at which somebody reads what people answer to a mail. */
  replyTo: 'REPLY_TO',
  sesConfigurationSet: 'SES_CONFIGURATION_SET',
  /** Scheme and host under which respondents reach the survey page. */
  webOrigin: 'WEB_ORIGIN',
  /** Claim of the token that holds the groups, such as `cognito:groups`. */
  groupsClaim: 'GROUPS_CLAIM',
} as const;
