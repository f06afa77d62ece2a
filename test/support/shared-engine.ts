import { sharedEngine, startDynamoDbLocal } from '../../local/emulators/dynamodb.ts';
import { shortLivedJava } from '../../local/emulators/jvm.ts';
import { createTeardown } from '../../local/teardown.ts';

/** Starts the engine that all systems of a test run share. Each has tables of its own in it. */
export async function setup(): Promise<() => Promise<void>> {
  const teardown = createTeardown();
  process.env['JDK_JAVA_OPTIONS'] = `${process.env['JDK_JAVA_OPTIONS'] ?? ''} ${shortLivedJava}`;
  process.env[sharedEngine] = await startDynamoDbLocal(teardown);
  return teardown.run;
}
