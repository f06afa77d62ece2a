import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readConfiguration } from './configuration.ts';
import { createSystem } from './system.ts';
import { warnOfWhatIsUnsaid } from './unsaid.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
const configuration = readConfiguration(app.node);
warnOfWhatIsUnsaid(app, configuration);
createSystem(app, configuration);
