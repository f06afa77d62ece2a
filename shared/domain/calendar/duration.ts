/** So many days in milliseconds: of 24 hours each, for gaps that need no calendar. */
export const days = (count: number): number => count * 24 * 60 * 60 * 1000;

/** A cap of a year is said as one, however long the year is. */
export const isYear = (count: number): boolean => count === 365 || count === 366;
