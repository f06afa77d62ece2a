import { environment } from '../../../shared/contract/environment.ts';
import type { Links } from '../judging/links.ts';
import { commentsIn } from '../world/comments.ts';
import { itemsOf, type Dump, type Item } from '../world/dumps.ts';
import { participantsIn, truthOf, type Participant } from '../world/participants.ts';
import type { Answered, World } from '../world/world.ts';

/** Things out of one copy of everything, and the people whose things they are. */
export type Hoard = {
  readonly what: 'answers' | 'comments';
  readonly when: string;
  readonly people: readonly Participant[];
  readonly things: readonly Item[];
  /** For counting only. */
  readonly truth: Links;
};

/** Sealed answers on the quarter's last evening and after its close, and comments, which come with the close. */
export const hoardsOf = (world: World): Hoard[] => [
  answersIn(world, 'before the mix', world.beforeClose),
  answersIn(world, 'after the mix', world.afterClose),
  commentsOf(world),
];

function answersIn(world: World, when: string, copy: Dump): Hoard {
  const people = participantsIn(world, copy);
  const things = itemsOf(copy, environment.poolTable);
  return { what: 'answers', when, people, things, truth: truthOf(world, people, things) };
}

/** It is conceded who wrote a comment at all, and the region that stands on it. */
function commentsOf(world: World): Hoard {
  const comments = commentsIn(itemsOf(world.afterClose, environment.reportsTable));
  const writtenBy = new Map(
    world.answered.map(({ invited, answers }) => [invited.ticket, answers['comment']]),
  );
  const placeOf = new Map(comments.map(({ text }, place) => [text, place]));
  const people = participantsIn(world, world.afterClose).filter(({ invited }) =>
    writtenBy.get(invited.ticket),
  );
  const thingOf = people.map(({ invited }) => placeOf.get(writtenBy.get(invited.ticket) ?? '') ?? -1);
  if (comments.length < 10 || thingOf.includes(-1) || people.length !== comments.length)
    throw new Error('the comments are not those that were written');
  return {
    what: 'comments',
    when: 'after the mix',
    people,
    things: comments.map(({ item, text }) => ({ ...item, text })),
    truth: {
      people: people.map(({ invited }) => invited.person.ref),
      things: comments.map(({ text }) => text),
      thingOf,
      conceded: comments.map(({ stratum }) => JSON.stringify(stratum)),
    },
  };
}

/** What a weaker system would have stored with each answer or comment, and with each used ticket. */
export type Kept = (
  answered: Answered,
  place: number,
  what: Hoard['what'],
) => { readonly thing?: Item; readonly ballot?: Item };

/** Changes the copies to what they would be, had the system kept more. */
export const keeping =
  (kept: Kept) =>
  (world: World): Hoard[] =>
    hoardsOf(world).map((hoard) => {
      const answers = new Map(world.answered.map((one, place) => [one.invited.ticket, { one, place }]));
      const things = [...hoard.things];
      const people = hoard.people.map((person, index) => {
        const answer = answers.get(person.invited.ticket);
        if (answer === undefined) return person;
        const { thing, ballot } = kept(answer.one, answer.place, hoard.what);
        const place = hoard.truth.thingOf[index] ?? -1;
        things[place] = { ...things[place], ...thing };
        return { ...person, ballot: { ...person.ballot, ...ballot } };
      });
      return { ...hoard, people, things };
    });
