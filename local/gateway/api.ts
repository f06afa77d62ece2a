import type { Invocation } from '../functions/environment.ts';
import type { Resources } from '../template/read.ts';
import { createAuthorizer } from './authorizer.ts';
import type { HttpApi } from './gateway.ts';
import { createThrottle } from './throttle.ts';

/**
 * The HTTP API of the template: its routes, who may call them, how often, and what answers.
 *
 * @throws when there is not exactly one API with one stage, or a route leads nowhere
 */
export const apiOf = (
  resources: Resources,
  invoke: (functionArn: string, event: unknown) => Promise<Invocation>,
): HttpApi => {
  const api = only('API', resources.ofType('AWS::ApiGatewayV2::Api'));
  const stage = only('stage', resources.ofType('AWS::ApiGatewayV2::Stage')).properties;
  if (stage.StageName !== '$default') throw new Error('The local runner serves the stage $default only');
  const authorizers = new Map(
    resources.ofType('AWS::ApiGatewayV2::Authorizer').map(({ identity, properties }) => {
      const { Issuer: issuer, Audience: audiences } = properties.JwtConfiguration;
      return [identity.ref, createAuthorizer({ issuer, audiences })];
    }),
  );
  const integrations = new Map(
    resources
      .ofType('AWS::ApiGatewayV2::Integration')
      .map(({ identity, properties }) => [`integrations/${identity.ref}`, properties.IntegrationUri]),
  );
  const routes = resources.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId } = properties;
    const uri = integrations.get(Target);
    if (uri === undefined) throw new Error(`The route ${RouteKey} leads nowhere`);
    const authorize = AuthorizerId === undefined ? undefined : authorizers.get(AuthorizerId);
    if (AuthorizationType === 'JWT' && authorize === undefined)
      throw new Error(`${RouteKey} has no authorizer`);
    const settings = stage.RouteSettings[RouteKey] ?? stage.DefaultRouteSettings;
    const admit = createThrottle({
      burst: settings?.ThrottlingBurstLimit ?? 5000,
      ratePerSecond: settings?.ThrottlingRateLimit ?? 10_000,
    });
    return {
      routeKey: RouteKey,
      target: { authorize, admit, invoke: (event: unknown) => invoke(uri, event) },
    };
  });
  return { apiId: api.identity.ref, stage: stage.StageName, routes };
};

const only = <Item>(what: string, items: Item[]): Item => {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0)
    throw new Error(`The local runner serves one ${what}, not ${items.length}`);
  return first;
};
