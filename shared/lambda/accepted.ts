/** How much a caller wants each thing that an `Accept` or `Accept-Encoding` names, from 0 (not at all) to 1. */
export const weightsIn = (header: string): ReadonlyMap<string, number> =>
  new Map(
    header
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part): [string, number] => {
        const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return [name, Number(/^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.exec(weight ?? '')?.[0] ?? 1)];
      }),
  );

const anything: ReadonlyMap<string, number> = new Map([['*/*', 1]]);

/**
 * The offer that a caller wants most; the first of several that are wanted as much. The most precise range that fits a type
 * decides (RFC 9110, 12.5.1).
 *
 * @param header of `Accept`; all is welcome where there is none, or nothing is in it
 * @param typesOf media types by which an offer may be asked for
 * @returns undefined where none is wanted
 */
export function mostWanted<Offer>(
  header: string | undefined,
  offers: readonly Offer[],
  typesOf: (offer: Offer) => readonly string[],
): Offer | undefined {
  const named = weightsIn(header ?? '');
  const weights = named.size === 0 ? anything : named;
  const weightOf = (type: string): number =>
    weights.get(type) ?? weights.get(type.replace(/\/.*/, '/*')) ?? weights.get('*/*') ?? 0;
  const weighed = offers.map((offer) => ({ offer, weight: Math.max(...typesOf(offer).map(weightOf)) }));
  const best = Math.max(0, ...weighed.map(({ weight }) => weight));
  return weighed.find(({ weight }) => weight > 0 && weight === best)?.offer;
}
