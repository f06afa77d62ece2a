import { createHash } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { sendRelease } from '../../functions/serve-reports/document.ts';
import { packed } from '../../shared/adapters/packed.ts';
import { monthsOf, nextQuarter } from '../../shared/domain/calendar/month.ts';
import { formatsOf } from '../../shared/domain/releases/exports/written.ts';
import { releaseIds, type Release } from '../../shared/domain/releases/release.ts';
import { languages } from '../../shared/domain/vocabulary.ts';
import type { HttpRequest } from '../../shared/lambda/http-function.ts';
import { attack, type Outcome } from './attack.ts';
import { publishedTwins, type Twin, type Twins } from './published/twins.ts';
import type { World } from './world/world.ts';

/*
 * Whether a figure is held back, or is of nobody, or was never there: no document says it, nor its length, its headers, or
 * the order of what is in it. Nor does a refusal say why there is nothing.
 */

/** Everything that comes back, but the date. */
type Reply = { readonly asked: string; readonly bytes: string };

type View = {
  /** The same requests to three deployments, of which a figure is held back, empty, and absent. */
  readonly documents: Readonly<Record<keyof Twins, readonly Reply[]>>;
  /** Requests to the running system for what is held back, is not out yet, or never was. */
  readonly refusals: readonly Reply[];
};

function attempt({ documents: { heldBack, empty, absent }, refusals }: View): Outcome {
  const differing = (one: readonly Reply[], other: readonly Reply[]): number =>
    one.filter(({ asked, bytes }, place) => bytes !== other[place]?.bytes || asked !== other[place].asked)
      .length;
  const share = (name: string, count: number, of: number) => ({
    name,
    success: count / of,
    ...{ chance: 0, limit: 0 },
  });
  const looks = new Set(refusals.map(({ bytes }) => bytes)).size;
  return {
    tries: [
      share(
        'replies that differ where a figure is held back or empty',
        differing(heldBack, empty),
        heldBack.length,
      ),
      share(
        'replies that differ where a figure is held back or absent',
        differing(heldBack, absent),
        heldBack.length,
      ),
      share('refusals that look otherwise than the first', looks - 1, refusals.length),
    ],
    remarks: [
      `${heldBack.length} documents were compared, byte by byte with their headers, and ${refusals.length} refusals`,
    ],
  };
}

/** Every release in every format and language, whole and compressed, as the function answers that serves them. */
function repliesOf({ releases }: Twin, tag: string): Reply[] {
  return releases.flatMap((release) =>
    formatsOf(release.table).flatMap((format) =>
      languages.flatMap((language) =>
        ['identity', 'gzip'].map((encoding): Reply => {
          const { table, period } = release;
          const wish = { format, language, mark: 'comma' } as const;
          const request = { headers: { 'accept-encoding': encoding } } as unknown as HttpRequest;
          const wanted = { table, period, revision: undefined, wish, isNegotiated: false };
          const answer = sendRelease(request, packed(release), wanted);
          return {
            asked: `${table} ${period} ${format} ${language} ${encoding}`,
            bytes: JSON.stringify([answer, tag]),
          };
        }),
      ),
    ),
  );
}

/** What changes with each reply, whatever it is about. */
const ofThisReply = new Set(['date', 'x-amzn-requestid', 'x-amzn-trace-id', 'apigw-requestid']);

async function refusalsOf({ stage, quarter }: World): Promise<Reply[]> {
  const { api, tokens } = stage.system.endpoints;
  const editions = [
    // Its comments have not been reviewed.
    `C1/${quarter}`,
    ...releaseIds.flatMap((table) => [`${table}/${nextQuarter(quarter)}`, `${table}/2019-Q1`]),
    // There is none of a month, and none of a quarter; and no such table, and no such period.
    ...[`T1/${monthsOf(quarter)[0] ?? ''}`, `T4/${quarter}`, `T9/${quarter}`, 'T1/2026-Q7', 'T1/2026-13'],
    `T1/${quarter}?revision=7`,
  ];
  // Composing figures holds everything up for seconds: connections that were closed meanwhile are to be noticed first.
  await rest(500);
  const replies: Reply[] = [];
  for (const asked of editions) {
    const reply = await fetch(`${api}/v1/reports/${asked}`, {
      headers: { authorization: `Bearer ${tokens.analyst}` },
    });
    const headers = [...reply.headers].filter(([name]) => !ofThisReply.has(name)).toSorted();
    replies.push({ asked, bytes: JSON.stringify([reply.status, headers, await reply.text()]) });
  }
  return replies;
}

/** @param changed what a weaker system publishes @param tagOf what it puts into a header besides */
const viewing =
  (changed: (twin: Twin) => Twin = (twin) => twin, tagOf: (twin: Twin) => string = () => '') =>
  async (world: World): Promise<View> => {
    const { heldBack, empty, absent } = await publishedTwins(world.size.name);
    const replies = (twin: Twin): Reply[] => repliesOf(changed(twin), tagOf(twin));
    return {
      documents: { heldBack: replies(heldBack), empty: replies(empty), absent: replies(absent) },
      refusals: await refusalsOf(world),
    };
  };

/** Says of each unit that it has a figure, if none to be shown. */
const withEmptyRows = ({ closed, responses, releases }: Twin): Twin => ({
  ...{ closed, responses },
  releases: releases.map((release): Release => {
    if (release.table !== 'T1') return release;
    const told = new Set(release.cells.map(({ unit }) => unit));
    const answered = new Set(responses.map(({ context }) => context.unit));
    const asked = closed.structure.units.filter(({ id }) => answered.has(id) && !told.has(id));
    const nothing = {
      ...{ responses: 0, mean: null, meanBand: null, distribution: null, groups: null },
      ...{ index: null, indexInterval: null, responseRate: null, earlier: [] },
    };
    const rows = asked.map(({ id, region }) => ({ region, unit: id, item: 'recommend', ...nothing }));
    return { ...release, cells: [...release.cells, ...rows] };
  }),
});

/** A tag of all that was counted, so that it changes whenever anything does. */
const tagOfAll = ({ responses }: Twin): string =>
  createHash('sha256')
    .update(JSON.stringify(responses.map(({ context, answers }) => [context, answers])))
    .digest('hex');

export const looksTheSame = attack<View>({
  id: 'B-08',
  adversary:
    'asks for everything that can be asked for, in every format, and compares what comes back to the byte',
  tries: 'to tell what is held back from what is empty, or was never there',
  view: viewing(),
  attempt,
  weakened: [
    { name: 'held-back figures stand there as empty rows (view changed)', view: viewing(withEmptyRows) },
    {
      name: 'the ETag is of all that was counted (view changed)',
      view: viewing(undefined, tagOfAll),
    },
  ],
});
