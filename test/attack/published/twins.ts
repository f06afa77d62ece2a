import { loadSolver } from '../../../shared/adapters/linear-programs.ts';
import { composeReleases } from '../../../shared/domain/releases/compose.ts';
import type { Closed } from '../../../shared/domain/releases/closed.ts';
import type { Release } from '../../../shared/domain/releases/release.ts';
import type { Structure } from '../../../shared/domain/tallies/structure.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { Response } from '../../simulation/releases/deployment.ts';
import type { Size } from '../world/world.ts';
import type { Given } from './busy-people.ts';
import { closedWith, firstQuarter, released, responsesOf, unitsOf } from './year.ts';

/** What is known of a deployment when its quarter closes, and what is published of it. */
export type Twin = {
  readonly closed: Closed;
  readonly responses: readonly Response[];
  readonly releases: readonly Release[];
};

/** Three deployments that differ in nothing but a figure that is not told. */
export type Twins = {
  /** A unit has too few answers to be told. */
  readonly heldBack: Twin;
  /** Nobody answered about it: the same people answered about its sister. */
  readonly empty: Twin;
  /** There is no such unit any more when it is published. */
  readonly absent: Twin;
};

const published = new Map<string, Promise<Twins>>();

/** Made once for all attacks of a run. */
export function publishedTwins(size: Size['name']): Promise<Twins> {
  const made = published.get(size) ?? publishTwins(size);
  published.set(size, made);
  return made;
}

/** Two units of one region and one organisation, of which people answer about what they were asked about. */
function sisters(units: readonly Unit[], responses: readonly Given[]): readonly [Unit, Unit] {
  const moved = new Set(
    responses.flatMap(({ askedAbout, context }) => (askedAbout ? [askedAbout, context.unit] : [])),
  );
  const usual = units.filter(({ id }) => !moved.has(id));
  for (const unit of usual) {
    const sister = usual.find(
      ({ id, region, organisation }) =>
        id > unit.id && region === unit.region && organisation === unit.organisation,
    );
    if (sister !== undefined) return [unit, sister];
  }
  throw new Error('no unit has a sister');
}

const answersOfEach = 2;

export async function publishTwins(size: Size['name']): Promise<Twins> {
  const solve = await loadSolver();
  const units = unitsOf(size);
  const given = responsesOf(size, firstQuarter, units);
  const [small, sister] = sisters(units, given);
  const left = new Map([small, sister].map(({ id }) => [id, answersOfEach]));
  const responses = given.filter(({ context: { unit } }) => {
    const count = left.get(unit);
    if (count !== undefined) left.set(unit, count - 1);
    return count === undefined || count > 0;
  });
  const aboutSister = responses.map((response) =>
    response.context.unit === small.id
      ? { ...response, context: { ...response.context, unit: sister.id } }
      : response,
  );
  const publish = (placed: readonly Unit[], given: readonly Response[], structure?: Structure): Twin => {
    const counted = closedWith(size, firstQuarter, { units: placed, responses: given });
    const closed = structure === undefined ? counted : { ...counted, structure };
    const { releases } = released(firstQuarter, { responses: given, editions: [closed] }, (edition) =>
      composeReleases(edition, solve),
    );
    return { closed, responses: given, releases };
  };
  const heldBack = publish(units, responses);
  // Whom people were asked about is the same for all three: that is no secret, and what is protected depends on it.
  const { structure } = heldBack.closed;
  return {
    heldBack,
    empty: publish(units, aboutSister, structure),
    absent: publish(
      units.filter((unit) => unit !== small),
      aboutSister,
      structure,
    ),
  };
}
