import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

/** Options for an engine that lives for minutes: ready soon, on few threads. For `JDK_JAVA_OPTIONS`. */
export const shortLivedJava = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Sees to it that a child process does not outlive this one, even when this one is killed outright: a shell waits on
 * a pipe from here, and ends the child when the pipe closes. Returns what ends the child on purpose.
 */
export const bindToThisProcess = (child: ChildProcess): (() => void) => {
  const guard = spawn('sh', ['-c', `read _; kill -9 ${child.pid ?? 0}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Where there is no shell there is no guard, and an orderly end has to do.
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  const end = (): void => {
    process.off('exit', end);
    guard.kill('SIGKILL');
    child.kill('SIGKILL');
  };
  process.on('exit', end);
  return end;
};
