/** Answers from one region's part of an organisation, less those of the units that are told by name. */
export type Rest = { readonly region: string; readonly organisation: string; readonly responses: number };

/**
 * Whoever knows the totals of regions and organisations can add up regions and subtract the organisations that lie in
 * them. What is left is the rests of these regions in organisations that lie elsewhere as well. This looks for a set of
 * regions where that is a few answers.
 *
 * Such a set is a cut: it parts one region from one organisation, by rests of few answers each. So a flow is sent from
 * the region of each small rest to its organisation, by way of other organisations and their regions. Where fewer than
 * `least` answers get through, what the source still reaches is the set.
 *
 * @param rests one for each part
 * @param least answers, fewer of which must not be left
 * @returns names of regions; undefined where every subtraction leaves nothing or enough
 */
export function regionsLeftWithFew(rests: readonly Rest[], least: number): ReadonlySet<string> | undefined {
  for (const { region, organisation, responses } of rests) {
    if (responses === 0 || responses >= least) continue;
    const flow = new Flow(rests);
    const reached = flow.send(region, organisation, least);
    if (reached !== undefined) return reached;
  }
  return undefined;
}

/** A step from a region through an organisation to another region. */
type Step = { readonly from: string; readonly through: string };

/**
 * From a region to an organisation as many may flow as answers are left there. From an organisation to each of its
 * regions all may flow: it lies in a set of regions only with all of them.
 */
class Flow {
  /** What may still flow, by region and organisation. */
  readonly #room = new Map<string, Map<string, number>>();
  /** The regions of each organisation. */
  readonly #regions = new Map<string, string[]>();

  constructor(rests: readonly Rest[]) {
    for (const { region, organisation, responses } of rests) {
      if (responses === 0) continue;
      const rooms = this.#room.get(region) ?? new Map<string, number>();
      this.#room.set(region, rooms.set(organisation, responses));
      this.#regions.set(organisation, [...(this.#regions.get(organisation) ?? []), region]);
    }
  }

  /** @returns the regions that are still reached where fewer than `least` get through */
  send(source: string, target: string, least: number): ReadonlySet<string> | undefined {
    let sent = 0;
    while (sent < least) {
      const steps = new Map<string, Step | undefined>([[source, undefined]]);
      const last = this.#search(steps, target);
      if (last === undefined) return new Set(steps.keys());
      sent += this.#push(steps, { from: last, through: target });
    }
    return undefined;
  }

  /** Goes from region to region until one has room to the target. @param steps filled with how each was reached */
  #search(steps: Map<string, Step | undefined>, target: string): string | undefined {
    // A map that grows while it is walked through is a queue.
    for (const from of steps.keys()) {
      const rooms = this.#room.get(from) ?? new Map<string, number>();
      if ((rooms.get(target) ?? 0) > 0) return from;
      for (const [through, room] of rooms) {
        if (room === 0) continue;
        for (const region of this.#regions.get(through) ?? [])
          if (!steps.has(region)) steps.set(region, { from, through });
      }
    }
    return undefined;
  }

  /** Sends as many as there is room for along the steps, and makes room for their way back. @returns how many */
  #push(steps: ReadonlyMap<string, Step | undefined>, last: Step): number {
    const path: Step[] = [];
    for (let step: Step | undefined = last; step !== undefined; step = steps.get(step.from)) path.push(step);
    const most = Math.min(...path.map(({ from, through }) => this.#room.get(from)?.get(through) ?? 0));
    for (const [index, { from, through }] of path.entries()) {
      this.#widen(from, through, -most);
      const next = path[index - 1]?.from;
      if (next !== undefined) this.#widen(next, through, most);
    }
    return most;
  }

  #widen(region: string, organisation: string, by: number): void {
    const rooms = this.#room.get(region);
    rooms?.set(organisation, (rooms.get(organisation) ?? 0) + by);
  }
}
