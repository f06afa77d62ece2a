/**
 * By Fisher and Yates: every order is as likely as every other. The last one takes the place of the one drawn.
 *
 * @param drawBelow a whole number from 0 to below its argument, all as likely, that nobody can foresee
 */
export function shuffled<Thing>(things: readonly Thing[], drawBelow: (bound: number) => number): Thing[] {
  const left = [...things];
  return things.flatMap(() => {
    const drawn = drawBelow(left.length);
    const last = left.splice(-1);
    return drawn < left.length ? left.splice(drawn, 1, ...last) : last;
  });
}
