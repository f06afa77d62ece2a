/** Beginning of the names of all releases in the bucket of releases. Functions get at nothing else in it. */
export const releasesPrefix = 'releases/';
