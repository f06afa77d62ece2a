import type { Attack, Grounds } from './attack.ts';
import { isAsItShouldBe, type Line } from './table.ts';

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** How long this process has run. */
export const seconds = (): string => `${Math.round(process.uptime())} s`;

/** Lets attacks loose one after the other, and says of each how it went. */
export async function letLoose(attacks: readonly Attack[], grounds: Grounds): Promise<Line[]> {
  const all: Line[] = [];
  for (const { id, adversary, tries, targets } of attacks) {
    const lines: Line[] = [];
    for (const { name, isWeakened, attempt } of targets)
      lines.push({ id, target: name, isWeakened, outcome: await attempt(grounds) });
    const failed = lines.filter((line) => !isAsItShouldBe(line)).length;
    const verdict =
      failed === 0 ? 'as it should be' : `not as it should be on ${failed} of ${targets.length}`;
    say(`${id}: ${adversary}\n      ${tries}\n      ${verdict} (${seconds()})`);
    all.push(...lines);
  }
  return all;
}
