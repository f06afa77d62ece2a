/** What the runtime tells a fresh execution environment. */
export type Birth = { entry: string; clock: SharedArrayBuffer };

/** One invocation: the event as JSON, as Lambda hands it over, and the facts of its context. */
export type Request = {
  event: string;
  context: {
    awsRequestId: string;
    functionName: string;
    functionArn: string;
    memoryMb: number;
    timeoutMs: number;
  };
};

export type FunctionError = { errorType: string; errorMessage: string; stackTrace?: string };

/** What an execution environment reports. `payload` is the handler's answer as JSON. */
export type Report =
  | { kind: 'ready' }
  | { kind: 'unable'; error: FunctionError }
  | { kind: 'answered'; payload: string }
  | { kind: 'failed'; error: FunctionError };
