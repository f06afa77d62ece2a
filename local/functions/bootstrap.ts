import { parentPort, workerData } from 'node:worker_threads';
import { installClock } from './clocked-date.ts';
import type { Birth, FunctionError, Report, Request } from './messages.ts';

/* The inside of an execution environment: one thread with one function, which handles one event at a time. */

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const birth = workerData as Birth;
const port = parentPort;
if (port === null) throw new Error('The bootstrap runs in a worker thread only');

const report = (message: Report): void => {
  port.postMessage(message);
};

const described = (error: unknown): FunctionError =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, ...(error.stack && { stackTrace: error.stack }) }
    : { errorType: 'Error', errorMessage: String(error) };

// The clock comes first, so that whatever the handler's modules read while loading is the system's time as well.
installClock(birth.clock);

const load = async (): Promise<Handler> => {
  const module = (await import(birth.entry)) as { handler?: unknown };
  if (typeof module.handler !== 'function')
    throw new Error(`${birth.entry} exports no function named handler`);
  return module.handler as Handler;
};

const invoke = async (handler: Handler, { event, context }: Request): Promise<Report> => {
  const deadline = performance.now() + context.timeoutMs;
  try {
    const answer = await handler(JSON.parse(event), {
      awsRequestId: context.awsRequestId,
      callbackWaitsForEmptyEventLoop: true,
      functionName: context.functionName,
      functionVersion: '$LATEST',
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
      invokedFunctionArn: context.functionArn,
      logGroupName: `/aws/lambda/${context.functionName}`,
      logStreamName: 'local',
      memoryLimitInMB: String(context.memoryMb),
    });
    // JSON has no word for undefined; Lambda answers null then.
    return { kind: 'answered', payload: answer === undefined ? 'null' : JSON.stringify(answer) };
  } catch (error) {
    return { kind: 'failed', error: described(error) };
  }
};

try {
  const handler = await load();
  port.on('message', (request: Request) => {
    void invoke(handler, request).then(report);
  });
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unable', error: described(error) });
}
