import { writeFile } from 'node:fs/promises';
import { pageScriptFile, pageScriptModule } from './bundle.ts';

/* `npm run build:page`: builds the script of the survey's page out of web/respondent/. */

await writeFile(pageScriptFile, await pageScriptModule());
