import { ticketHash } from '../../shared/adapters/crypto/tickets.ts';
import { contextSchema } from '../../shared/domain/context.ts';
import { questionSetVersion } from '../../shared/domain/questions/question-sets.ts';
import { attack, type Try } from './attack.ts';
import { hoardsOf, keeping, type Hoard } from './joins/hoard.ts';
import { joinOnOrders, ordersOf } from './joins/orders.ts';
import { envelopeBytes, joinOnSizes } from './joins/sizes.ts';
import { joinOnValues, spellingsIn } from './joins/values.ts';
import { judgeLinks } from './judging/links.ts';
import type { Item } from './world/dumps.ts';
import type { Participant } from './world/participants.ts';
import type { Answered } from './world/world.ts';

/** All that is known of somebody, in whatever store or mail it stands. */
const knownOf = ({ invited, ballot, invitations }: Participant): string[] => {
  const { ticket, context, code, link, person } = invited;
  const mailed = [ticket, context, `${ticket}.${context}`, code, link];
  return spellingsIn([...mailed, person.ref, person.address, ballot, invitations]);
};

const requestOf = ({ invitations }: Participant): Item =>
  invitations.find(({ sk }) => sk === 'REQUEST') ?? {};

/** The questions that somebody was asked: the context of their request says with which form. */
function questionsAskedOf(participant: Participant): string[] {
  const { questionSet, questionSetVersion: version } = contextSchema.parse(requestOf(participant)['context']);
  return questionSetVersion(questionSet, version)?.questions.map(({ key }) => key) ?? [];
}

function tryOn({ what, when, people, things, truth }: Hoard): Try[] {
  const ballots = people.map(({ ballot }) => ballot);
  const orders = [
    ...ordersOf('used tickets', ballots),
    ...ordersOf('requests', people.map(requestOf)),
    { name: 'mails by time', values: people.map(({ invited }) => invited.at) },
  ];
  return [
    judgeLinks(
      `${what} by equal or derived values`,
      joinOnValues(people.map(knownOf), things.map(spellingsIn)),
      truth,
      1,
    ),
    ...joinOnOrders(orders, ordersOf(what, things), truth),
    ...joinOnSizes(what, people.map(questionsAskedOf), things, truth),
  ].map((one) => ({ ...one, name: `${one.name}, ${when}` }));
}

/** An answer as it is before it is sealed, but for the padding: numbers are numbers there. */
function unpadded({ invited: { context }, answers }: Answered): Uint8Array {
  const given: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(answers)) given[key] = key === 'comment' ? value : Number(value);
  const text = JSON.stringify({ context, answers: given });
  return new Uint8Array(envelopeBytes + Buffer.byteLength(text));
}

export const join = attack<Hoard[]>({
  id: 'A-01',
  adversary:
    'holds a full copy of every table, before and after the mix, all mails, and the client information system',
  tries: 'to join people with sealed answers and with comments on any equal, derived, ordered or sized value',
  view: hoardsOf,
  attempt: (hoards) => ({ tries: hoards.flatMap(tryOn) }),
  weakened: [
    {
      name: "the used ticket's hash is stored with the answer (copy changed)",
      view: keeping(({ invited }) => ({ thing: { ticket: ticketHash(invited.ticket) } })),
    },
    {
      name: 'answers and used tickets are numbered as they come (copy changed)',
      view: keeping((_, number) => ({ thing: { number }, ballot: { number } })),
    },
    {
      name: 'comments alone are numbered as they come (copy changed)',
      view: keeping((_, number, what) => ({
        ballot: { number },
        ...(what === 'comments' && { thing: { number } }),
      })),
    },
    {
      name: 'both keep their exact time (copy changed)',
      // The second post of the page comes a little after the first.
      view: keeping(({ at, way }) => ({ thing: { at: at + (way === 'page' ? 700 : 20) }, ballot: { at } })),
    },
    {
      name: 'answers are not padded before they are sealed (copy changed)',
      view: keeping((answered, _, what) =>
        what === 'answers' ? { thing: { sealed: unpadded(answered) } } : {},
      ),
    },
  ],
});
