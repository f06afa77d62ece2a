import { drawsFor } from '../../../local/simulation/draws.ts';
import { environment } from '../../../shared/contract/environment.ts';
import { cellsIn, type Cell } from '../judging/cells.ts';
import type { Countable } from '../judging/learning.ts';
import { personOf, type Person, type Unit } from '../world/cast.ts';
import { contextsIn, countableAt } from '../world/countable.ts';
import { itemsNow } from '../world/counts.ts';
import type { Item } from '../world/dumps.ts';
import { respondBy } from '../world/respond.ts';
import type { Invited, Stage } from '../world/stage.ts';

/* Units in which one person answers whom the adversary is after, beside the adversary with invitations of their own. */

/** Own answers in each unit: with the one that is to be isolated, a stratum that is large enough to be stored. */
export const ownAnswers = 4;
/** Others of each unit, who answer later in the quarter. */
const othersInUnit = 2;

type Part = 'victim' | 'own' | 'other';

/** Somebody in a scene: which part they play, what they answer, and where it counts. */
export type Player = Countable & {
  readonly part: Part;
  readonly answer: number;
  readonly invited: Invited;
};

export type Scene = {
  readonly stage: Stage;
  readonly players: readonly Player[];
  /** Keys of what had been stored in the reports before. */
  readonly before: ReadonlySet<string>;
};

/**
 * Invites the people of so many units.
 *
 * @param name of the scene, after which its units and people are named
 * @param parts that are played in it
 */
export async function setScene(
  stage: Stage,
  name: string,
  unitCount: number,
  parts: readonly Part[],
): Promise<Scene> {
  const places = Array.from({ length: unitCount }, (_, index): Unit => {
    const id = `1.2.246.10.77777777.10.${name}.${index}`;
    return { id, region: name, organisation: name };
  });
  await stage.placeUnits(places);
  const before = new Set((await reportsNow(stage)).map(keyOf));
  const cast = places.flatMap((unit, index) =>
    partsIn(index)
      .filter(({ part }) => parts.includes(part))
      .map((one) => ({ ...one, person: parentOf(name, unit, one.ref) })),
  );
  const invited = await stage.invite(cast.map(({ person }) => person));
  const contexts = contextsIn(await itemsNow(stage.system, environment.settingsTable));
  const players = cast.map(({ person, part, ref, answer }) => {
    const own = invited.find((one) => one.person === person);
    const where = own && countableAt(own, contexts, stage.now);
    if (own === undefined || where === undefined) throw new Error('somebody is not counted anywhere');
    // The same place in two scenes has the same name and answer, so that guesses about both can be compared.
    return { ...where, ref, part, answer, invited: own };
  });
  return { stage, players, before };
}

function partsIn(unit: number): { part: Part; ref: string; answer: number }[] {
  const draws = drawsFor('isolated', unit);
  const some = (part: Part, count: number) =>
    Array.from({ length: count }, (_, index) => {
      // The adversary's own answers are all the same, and those of the others are not known.
      const answer = part === 'own' ? 3 : draws.between(1, 5);
      return { part, ref: `${unit}-${part}-${index}`, answer };
    });
  return [...some('victim', 1), ...some('own', ownAnswers), ...some('other', othersInUnit)];
}

function parentOf(scene: string, unit: Unit, ref: string): Person {
  const name = `${scene}-${ref}`;
  const person = personOf(name, drawsFor('isolated', name), { unit, stage: 'plan-meeting.held' });
  return { ...person, recipient: { ...person.recipient, role: 'parent', ageBand: '18+' } };
}

export const playing = ({ players }: Scene, part: Part): Player[] =>
  players.filter((one) => one.part === part);

/** Lets those answer who play a part. */
export async function letAnswer(scene: Scene, part: Part): Promise<void> {
  for (const { invited, question, answer } of playing(scene, part))
    await respondBy('form', invited, () => ({ [question]: String(answer) }));
}

/** What has been tallied since the scene was set. */
export const talliedSince = async ({ stage, before }: Scene): Promise<Cell[]> =>
  cellsIn((await reportsNow(stage)).filter((item) => !before.has(keyOf(item))));

export const reportsNow = (stage: Stage): Promise<Item[]> => itemsNow(stage.system, environment.reportsTable);

const keyOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`;
