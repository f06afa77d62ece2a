import { randomUUID } from 'node:crypto';
import { replayIdSchema, type begunReplaySchema } from '../../shared/api/replays.ts';
import type { Told } from '../../shared/api/told.ts';
import { environment } from '../../shared/contract/environment.ts';
import { readStandings } from '../../shared/adapters/question-sets.ts';
import { sendMessages } from '../../shared/adapters/queues.ts';
import { runReplay } from '../../shared/adapters/replay-run.ts';
import { readReplay, saveReplay } from '../../shared/adapters/replays.ts';
import { readRules } from '../../shared/adapters/rules.ts';
import { formsInForce } from '../../shared/domain/questions/catalogue.ts';
import { now } from '../../shared/lambda/clock.ts';
import { required } from '../../shared/lambda/environment.ts';
import { httpFunction, json, type HttpAnswer, type HttpRequest } from '../../shared/lambda/http-function.ts';
import { Problem } from '../../shared/lambda/problem.ts';
import { demandRole } from '../../shared/lambda/roles.ts';
import { draftIn } from './draft.ts';
import { reportOf, standingOf } from './report.ts';

const invitations = required(environment.invitationsTable);
const settings = required(environment.settingsTable);
const replaysQueueUrl = required(environment.replaysQueueUrl);
const groupsClaim = required(environment.groupsClaim);

/** A replay of no more records than this is answered at once; a longer one runs by itself, and is asked after. */
const recordsAtOnce = 20_000;

/** Tries a draft of the stage rules on what has happened, and says how far a longer trial has come. */
export const handler = httpFunction(async (request) => {
  demandRole(request, groupsClaim, ['admin']);
  return request.requestContext.http.method === 'POST' ? begin(request) : tellOf(request);
});

async function begin(request: HttpRequest): Promise<HttpAnswer> {
  const [current, standings] = await Promise.all([readRules(settings), readStandings(settings)]);
  const draft = draftIn(request, { current, forms: formsInForce(standings) }, now());
  const report = await runReplay(invitations, draft, ({ records }) => records <= recordsAtOnce);
  if (report !== undefined) return json(200, reportOf(draft, report));
  const replayId = randomUUID();
  await saveReplay(
    invitations,
    { replayId, state: 'waiting', draft: { ...draft, rules: [...draft.rules] } },
    now(),
  );
  await sendMessages(replaysQueueUrl, [replayId]);
  const href = `/v1/rules/replays/${replayId}`;
  const begun: Told<typeof begunReplaySchema> = { id: replayId, state: 'waiting', href };
  return json(202, begun, { location: href });
}

async function tellOf({ pathParameters }: HttpRequest): Promise<HttpAnswer> {
  const id = replayIdSchema.safeParse(pathParameters?.['id']);
  const replay = id.success ? await readReplay(invitations, id.data) : undefined;
  if (replay === undefined) throw new Problem(404, 'There is no such replay. Outcomes are kept for 30 days.');
  return json(200, standingOf(replay));
}
