import { environment } from '../../shared/contract/environment.ts';
import { contextSchema } from '../../shared/domain/context.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { attack } from './attack.ts';
import { joinOnOrders, joinOnSizes, ordersOf, sizesOf } from './joins/orders.ts';
import { joinOnValues, spellingsIn } from './joins/values.ts';
import { judgeLinks, type Links } from './judging/links.ts';
import { itemsOf, type Dump, type Item } from './world/dumps.ts';
import { participantsIn, truthOf, type Participant } from './world/participants.ts';
import type { Answered, World } from './world/world.ts';

/** One copy of everything, and those who are found to have taken part. */
type Copy = {
  readonly when: string;
  readonly participants: readonly Participant[];
  readonly pool: readonly Item[];
  /** For counting only. */
  readonly truth: Links;
};

function copyOf(world: World, when: string, dump: Dump): Copy {
  const participants = participantsIn(world, dump);
  const pool = itemsOf(dump, environment.poolTable);
  return { when, participants, pool, truth: truthOf(world, participants, pool) };
}

const bothCopies = (world: World): Copy[] => [
  copyOf(world, 'before the mix', world.beforeClose),
  copyOf(world, 'after the mix', world.afterClose),
];

function tryOn({ when, participants, pool, truth }: Copy) {
  const known = participants.map(({ invited, ballot, invitations }) =>
    spellingsIn([
      ...[
        invited.ticket,
        invited.context,
        `${invited.ticket}.${invited.context}`,
        invited.code,
        invited.link,
      ],
      ...[invited.person.ref, invited.person.address],
      ...[ballot, invitations],
    ]),
  );
  const people = [
    ...ordersOf(
      'used tickets',
      participants.map(({ ballot }) => ballot),
    ),
    ...ordersOf('requests', participants.map(requestOf)),
    { name: 'mails by time', values: participants.map(({ invited }) => invited.at) },
  ];
  return [
    judgeLinks('equal or derived values', joinOnValues(known, pool.map(spellingsIn)), truth, 1),
    ...joinOnOrders(people, ordersOf('answers', pool), truth),
    ...joinOnSizes(
      [{ name: 'long forms', values: participants.map(lengthExpected) }],
      sizesOf('answers', pool),
      truth,
    ),
  ].map((one) => ({ ...one, name: `${one.name}, ${when}` }));
}

const requestOf = ({ invitations }: Participant): Item =>
  invitations.find(({ sk }) => sk === 'REQUEST') ?? {};

/** The longer the form that somebody was asked with, the longer their answer. */
function lengthExpected(participant: Participant): number {
  const { questionSet, questionSetVersion: version } = contextSchema.parse(requestOf(participant)['context']);
  const questions = questionSetVersion(questionSet, version)?.questions ?? [];
  return JSON.stringify(Object.fromEntries(questions.map(({ key }) => [key, 0]))).length;
}

/** What a weaker system would have stored with each answer and with each used ticket. */
type Kept = (answered: Answered, place: number) => { readonly answer: Item; readonly ballot: Item };

/** Changes the copies to what they would be, had the system kept more. */
const keeping =
  (kept: Kept) =>
  (world: World): Copy[] => {
    const byAnswer = new Map(world.answered.map((one, place) => [one.pooled, kept(one, place)]));
    const byTicket = new Map(world.answered.map((one, place) => [one.invited.ticket, kept(one, place)]));
    return bothCopies(world).map((copy) => ({
      ...copy,
      participants: copy.participants.map((one) => ({
        ...one,
        ballot: { ...one.ballot, ...byTicket.get(one.invited.ticket)?.ballot },
      })),
      pool: copy.pool.map((item) => ({ ...item, ...byAnswer.get(String(item['id']))?.answer })),
    }));
  };

const envelopeBytes = 384 + 12 + 16;

export const join = attack<Copy[]>({
  id: 'A-01',
  adversary:
    'holds a full copy of every table, before and after the mix, all mails, and the client information system',
  tries: 'to join people with sealed answers on any equal, derived, ordered or sized value',
  view: bothCopies,
  attempt: (copies) => ({ tries: copies.flatMap(tryOn) }),
  weakened: [
    {
      name: "the used ticket's hash is stored with the answer (copy changed)",
      view: (world) => {
        const hashOf = new Map(
          participantsIn(world, world.afterClose).map(({ invited, ballot }) => [
            invited.ticket,
            ballot['id'],
          ]),
        );
        return keeping(({ invited }) => ({ answer: { ticket: hashOf.get(invited.ticket) }, ballot: {} }))(
          world,
        );
      },
    },
    {
      name: 'answers and used tickets are numbered as they come (copy changed)',
      view: keeping((_, place) => ({ answer: { number: place }, ballot: { number: place } })),
    },
    {
      name: 'both keep their exact time (copy changed)',
      // The second post of the page comes a little after the first.
      view: keeping(({ at, way }) => ({ answer: { at: at + (way === 'page' ? 700 : 20) }, ballot: { at } })),
    },
    {
      name: 'answers are not padded before they are sealed (copy changed)',
      view: keeping(({ answers, invited }) => ({
        answer: {
          sealed: new Uint8Array(
            envelopeBytes + Buffer.byteLength(JSON.stringify({ context: invited.context, answers })),
          ),
        },
        ballot: {},
      })),
    },
  ],
});
