import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readConfiguration } from './configuration.ts';
import { createSystem } from './system.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
createSystem(app, readConfiguration(app.node));
