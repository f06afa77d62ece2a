import { CfnOutput } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { SignIn } from '../sign-in.ts';
import { acknowledge } from './acknowledge.ts';
import type { PipelineFunction } from './pipeline-function.ts';

/**
 * Requests per second that each route takes, and how many at once. Routes do not share: whoever floods one leaves the
 * others alone.
 */
const throttle = { rateLimit: 200, burstLimit: 500 };

/** The HTTP API, for respondents, systems and staff alike. */
export class FrontDoor extends Construct {
  /** Scheme and host under which the API is reached. */
  readonly origin: string;
  private readonly api: HttpApi;
  private readonly staffOnly: IHttpRouteAuthorizer;

  constructor(scope: Construct, id: string, { issuer, audience }: SignIn) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    const stage = new HttpStage(this, 'Stage', { httpApi: this.api, autoDeploy: true, throttle });
    acknowledge(
      stage,
      'AwsSolutions-APIG1',
      'An access log would tell when each answer was given, and from where.',
    );
    this.origin = this.api.apiEndpoint;
    this.staffOnly = new HttpJwtAuthorizer('SignIn', issuer, { jwtAudience: [audience] });
    new CfnOutput(this, 'Origin', { value: this.origin });
  }

  /** A route for administrators and analysts: the token is checked here, the group by the function. */
  openToStaff(method: HttpMethod, path: string, handler: PipelineFunction): void {
    this.route(method, path, handler, this.staffOnly);
  }

  /** A route that takes no token. `because` tells what protects it instead. */
  openToAll(method: HttpMethod, path: string, handler: PipelineFunction, because: string): void {
    for (const route of this.route(method, path, handler, new HttpNoneAuthorizer())) {
      acknowledge(route, 'AwsSolutions-APIG4', because);
    }
  }

  private route(
    method: HttpMethod,
    path: string,
    handler: PipelineFunction,
    authorizer: IHttpRouteAuthorizer,
  ) {
    const integration = new HttpLambdaIntegration(handler.node.path, handler.lambda);
    return this.api.addRoutes({ path, methods: [method], integration, authorizer });
  }
}
