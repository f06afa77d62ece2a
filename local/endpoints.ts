import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Where everything is, for whoever drives the local system from outside. */
export type Endpoints = {
  api: string;
  web: string;
  control: string;
  dynamodb: string;
  sqs: string;
  ses: string;
  region: string;
  /** In the form that Standard Webhooks gives a secret. */
  webhookSecret: string;
  tokens: { admin: string; analyst: string };
};

/** Writes the endpoints all at once: whoever sees the file sees a system that is ready. */
export const writeEndpoints = (path: string, endpoints: Endpoints): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

export const removeEndpoints = (path: string): void => {
  rmSync(path, { force: true });
};
