import { environment } from '../../shared/contract/environment.ts';
import { sendMessages } from '../../shared/adapters/queues.ts';
import { dueRequests, removeDueMarks } from '../../shared/adapters/due-marks.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { info } from '../../shared/lambda/log.ts';
import { scheduledFunction } from '../../shared/lambda/scheduled-function.ts';

const invitations = required(environment.invitationsTable);
const sendQueueUrl = required(environment.sendQueueUrl);

/** The pace: at most so many requests leave a minute. A backlog takes longer, rather than flooding a mail server. */
const requestsPerRun = 300;

/**
 * Moves requests whose time has come into the send queue, by id only. A crash between the two writes queues some of
 * them twice; the claim that sending begins with makes that harmless.
 */
export const handler = scheduledFunction(async () => {
  const marks = await dueRequests(invitations, now(), requestsPerRun);
  if (marks.length === 0) return;
  await sendMessages(
    sendQueueUrl,
    marks.map(({ requestId }) => requestId),
  );
  await removeDueMarks(invitations, marks);
  info('requests were released', { count: marks.length });
});
