/** Where a price comes from, and how far it can be trusted. */
export type Price = { readonly dollars: number; readonly per: string; readonly note: string };

/**
 * AWS's public list prices in US dollars, on demand, without taxes and without any free tier.
 *
 * They were written down from memory of AWS's pricing pages, as of 2025, and could not be looked up where this was
 * written: `note` says which are the same in every region, and which may be off for Stockholm. Prices change. Before
 * a figure is quoted to anybody, compare with https://aws.amazon.com/pricing/ and correct this file; the counts
 * that they are multiplied with are measured.
 */
export const prices = {
  readUnits: {
    dollars: 0.1345,
    per: '1 000 000 read request units',
    note: 'DynamoDB on demand, eu-north-1, since the prices were halved in November 2024; not confirmed to the last digit',
  },
  writeUnits: {
    dollars: 0.6725,
    per: '1 000 000 write request units',
    note: 'DynamoDB on demand, eu-north-1, since the prices were halved in November 2024; not confirmed to the last digit',
  },
  apiRequests: {
    dollars: 1.11,
    per: '1 000 000 requests',
    note: "API Gateway HTTP API: Ireland's price, the dearer one; Stockholm's is not confirmed (1.00 in Virginia)",
  },
  lambdaRequests: { dollars: 0.2, per: '1 000 000 invocations', note: 'Lambda, the same in most regions' },
  lambdaSeconds: {
    dollars: 13.3334,
    per: '1 000 000 GB seconds',
    note: 'Lambda on arm64, first tier, the same in most regions',
  },
  scheduledRuns: { dollars: 1, per: '1 000 000 runs', note: 'EventBridge Scheduler' },
} as const satisfies Record<string, Price>;

/** What a call costs, by service; DynamoDB bills units instead. */
export const callPrices: Readonly<Record<string, Price & { readonly service: string }>> = {
  ses: {
    service: 'SES',
    dollars: 100,
    per: '1 000 000 mails',
    note: 'Outgoing mail, the same in every region; attachments apart',
  },
  s3: { service: 'S3', dollars: 5, per: '1 000 000 requests', note: 'Puts; reads cost a twelfth of that' },
  sqs: { service: 'SQS', dollars: 0.4, per: '1 000 000 requests', note: 'Standard queues, most regions' },
  kms: {
    service: 'KMS',
    dollars: 3,
    per: '1 000 000 requests',
    note: "Symmetric keys; a quarter's key pair costs about a tenth of a cent more",
  },
  secretsmanager: { service: 'Secrets Manager', dollars: 5, per: '1 000 000 requests', note: 'All regions' },
};

/** What a resource costs a month by being there, by its type in the template. */
export const monthlyPrices: Readonly<Record<string, Price & { readonly service: string }>> = {
  'AWS::KMS::Key': {
    service: 'KMS keys',
    dollars: 1,
    per: 'key and month',
    note: 'Each of the first two yearly rotations adds as much',
  },
  'AWS::SecretsManager::Secret': {
    service: 'secrets',
    dollars: 0.4,
    per: 'secret and month',
    note: 'All regions',
  },
  'AWS::CloudWatch::Alarm': {
    service: 'alarms',
    dollars: 0.1,
    per: 'alarm and month',
    note: 'Standard resolution, ten of them free',
  },
};

/** What had to be assumed, since a laptop can't measure it. */
export const assumptions = {
  /** How long Lambda bills a warm invocation for, however little it does: on the safe side. */
  billedMilliseconds: 200,
  /** Lambda asks an idle queue with so many long polls at a time, of 20 seconds each. */
  pollersPerQueue: 5,
} as const;
