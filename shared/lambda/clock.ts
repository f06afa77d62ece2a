/** The one place where functions learn the time. @returns epoch milliseconds */
export const now = (): number => Date.now();
