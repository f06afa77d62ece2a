/** A route of the HTTP API: `POST /v1/units/{id}`, `ANY /{rest+}` or `$default`. */
export type Route<Target> = { routeKey: string; target: Target };

export type Matched<Target> = { route: Route<Target>; pathParameters: Record<string, string> | undefined };

/**
 * The most specific route for a request, as API Gateway chooses it: literal segments before parameters, parameters
 * before a greedy `{name+}`, a named method before ANY, and `$default` last. HEAD is a method like any other.
 */
export const matchRoute = <Target>(
  routes: Route<Target>[],
  method: string,
  path: string,
): Matched<Target> | undefined => {
  const segments = path.split('/').slice(1);
  let best: { rank: string; matched: Matched<Target> } | undefined;
  for (const route of routes) {
    const fit = fitOf(route.routeKey, method, segments);
    if (fit === undefined || (best !== undefined && best.rank <= fit.rank)) continue;
    best = { rank: fit.rank, matched: { route, pathParameters: fit.pathParameters } };
  }
  return best?.matched;
};

type Fit = { rank: string; pathParameters: Record<string, string> | undefined };

/** How well a route fits; the smaller the rank as text, the more specific the route. */
const fitOf = (routeKey: string, method: string, segments: string[]): Fit | undefined => {
  if (routeKey === '$default') return { rank: '9', pathParameters: undefined };
  const [routeMethod, routePath] = routeKey.split(' ');
  if (routePath === undefined) throw new Error(`Not a route key: ${routeKey}`);
  if (routeMethod !== 'ANY' && routeMethod !== method) return undefined;
  const parameters: Record<string, string> = {};
  const wanted = routePath.split('/').slice(1);
  let rank = '';
  for (const [index, segment] of wanted.entries()) {
    const given = segments[index];
    if (given === undefined) return undefined;
    const greedy = /^\{(.+)\+\}$/.exec(segment)?.[1];
    if (greedy !== undefined) {
      parameters[greedy] = segments.slice(index).map(decoded).join('/');
      return { rank: `${rank}2${methodRank(routeMethod)}`, pathParameters: parameters };
    }
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== given : given === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(given);
    rank += name === undefined ? '0' : '1';
  }
  if (wanted.length !== segments.length) return undefined;
  const pathParameters = Object.keys(parameters).length > 0 ? parameters : undefined;
  return { rank: rank + methodRank(routeMethod), pathParameters };
};

const methodRank = (method: string | undefined): string => (method === 'ANY' ? '1' : '0');

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
