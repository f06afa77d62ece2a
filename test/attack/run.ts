import { parseArgs } from 'node:util';
import { shortLivedJava } from '../../local/emulators/jvm.ts';
import { startSystem, type System } from '../../local/system.ts';
import type { Grounds } from './attack.ts';
import { attacks } from './attacks.ts';
import { letLoose, say, seconds } from './let-loose.ts';
import { letLooseOnFigures } from './on-figures.ts';
import { closeBrowser } from './visits/browser.ts';
import { playWorld, worldBegins } from './world/play.ts';
import { sizes, type World } from './world/world.ts';
import { isAsItShouldBe, renderLines, renderRemarks, renderTries } from './table.ts';

/*
 * npm run attack [-- --quick] [-- --only] [-- --tries]
 *
 * Lets every adversary try on the real system, and on systems that were weakened on purpose: on a quarter with a known truth
 * on the running local system, and on a year of published figures. Ends with code 1 where an attack succeeds on the real
 * system, or fails on a weakened one.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    tries: { type: 'boolean', default: false },
  },
});
const size = values.quick ? sizes.quick : sizes.full;
const chosen = values.only?.split(',');
const wanted = attacks.filter(({ id }) => chosen === undefined || chosen.includes(id));
if (wanted.length === 0) throw new RangeError('no attack has such a name');

process.env['JDK_JAVA_OPTIONS'] = `${process.env['JDK_JAVA_OPTIONS'] ?? ''} ${shortLivedJava}`;

let system: System | undefined;
async function play(): Promise<World> {
  system = await startSystem({ now: worldBegins });
  say(`Playing a quarter with ${size.people} invited people (${seconds()})`);
  const world = await playWorld(system, size, say);
  say(
    `${world.answered.length} answers by ${world.invited.length} invited people are known (${seconds()})\n`,
  );
  return world;
}
let playing: Promise<World> | undefined;
const grounds: Grounds = { size: size.name, played: () => (playing ??= play()) };

const grouped = Object.groupBy(wanted, ({ isOnSystem }) => (isOnSystem ? 'system' : 'figures'));
const onFigures = letLooseOnFigures({ size: size.name, ids: (grouped.figures ?? []).map(({ id }) => id) });
try {
  const lines = [...(await letLoose(grouped.system ?? [], grounds)), ...(await onFigures.lines)];
  lines.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  say(`\n${renderLines(lines)}\n`);
  const remarks = renderRemarks(lines);
  if (remarks !== '') say(`${remarks}\n`);
  const wrong = lines.filter((line) => !isAsItShouldBe(line));
  if (values.tries || wrong.length > 0) say(`${renderTries(values.tries ? lines : wrong)}\n`);
  const verdict =
    wrong.length === 0 ? 'Every attack was withstood, and broke every weakened system' : 'FAILED';
  say(`${verdict} (${seconds()})`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await onFigures.stop();
  await closeBrowser();
  await system?.stop();
}
