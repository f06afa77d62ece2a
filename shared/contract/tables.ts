/** What infrastructure and functions agree on about tables: key attributes, indexes, and the clean-up attribute. */

/** Partition and sort key of every table that holds several kinds of item. */
export const itemKey = { partition: 'pk', sort: 'sk' } as const;

/** Partition key of the tables that hold one kind of item, found by one hash or name. */
export const soleKey = 'id';

/** Partitions of Reports that a grant names, so that it lets at nothing beside them. */
export const reportsPartitions = { corrections: 'CORRECTIONS', releases: 'RELEASES' } as const;

/**
 * Attribute (epoch seconds) after which DynamoDB may remove an item. It is clean-up only: no rule depends on it,
 * and where answers are concerned it is never finer than a month.
 */
export const expiryAttribute = 'expiresOn';

/**
 * All that deciding depends on and leads to, in the order in which it counted: events, decisions, preferences, bounces,
 * ends of requests. Partitioned by day in UTC.
 */
export const recordsByDay = {
  name: 'records-by-day',
  partition: 'recordDay',
  sort: 'recordOrder',
} as const;
