import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { questionSets } from '../../shared/domain/questions/question-sets.ts';
import { surveyName } from '../../shared/domain/respondent/link.ts';
import { formLanguages, type FormLanguage } from '../../shared/domain/vocabulary.ts';
import { invitation, startPageServer, type PageServer } from '../support/page-server.ts';

/*
 * Takes pictures of every form in every language, at the width of a phone and of a desk, into .local/screenshots/, for
 * somebody to look at; and a few of them, as much as a screen shows, into docs/screenshots/.
 */

const widths = { 360: 740, 1280: 800 } as const;
type Width = 360 | 1280;

type Shot = {
  readonly form: string;
  readonly language: FormLanguage;
  readonly width: Width;
  readonly colorScheme?: 'light' | 'dark';
};

/** Those that the documents show. */
const shown: readonly Shot[] = [
  { form: 'family', language: 'fi', width: 360 },
  { form: 'child', language: 'fi', width: 360 },
  { form: 'young-person', language: 'sv', width: 360, colorScheme: 'dark' },
  { form: 'county-worker', language: 'en', width: 1280 },
];

const folder = (path: string): string => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const everything = folder('.local/screenshots');
const documents = folder('docs/screenshots');

const server = await startPageServer();
try {
  for (const place of [everything, documents]) mkdirSync(place, { recursive: true });
  for (const { id } of questionSets)
    for (const language of formLanguages)
      for (const width of [360, 1280] as const) {
        const shot = { form: id, language, width };
        await take(server, shot, (page) =>
          page.screenshot({ path: `${everything}${nameOf(shot)}`, fullPage: true }),
        );
      }
  for (const shot of shown)
    await take(server, shot, (page) => page.screenshot({ path: `${documents}${nameOf(shot)}` }));
} finally {
  await server.stop();
}

function nameOf({ form, language, width, colorScheme }: Shot): string {
  return `${[form, language, width, ...(colorScheme === 'dark' ? ['dark'] : [])].join('-')}.png`;
}

/** Opens a form as its link does, and has a picture taken. */
async function take(
  { origin, open }: PageServer,
  { form, language, width, colorScheme = 'light' }: Shot,
  picture: (page: Page) => Promise<unknown>,
): Promise<void> {
  const set = questionSets.find(({ id }) => id === form);
  if (set === undefined) throw new Error(`there is no form ${form}`);
  const { page, context } = await open({ viewport: { width, height: widths[width] }, colorScheme });
  await page.goto(`${origin}/${language}/s/${surveyName(set.id, set.version)}${invitation}`);
  await page.locator('main[data-page=questions]').waitFor();
  await picture(page);
  await context.close();
}
