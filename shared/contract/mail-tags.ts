/** Message tag under which SES keeps a request's id, and gives it back in every event about its mail. */
export const requestTag = 'request';
