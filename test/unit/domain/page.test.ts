/** The respondent's pages: complete in every language, every field named as the contract says, and nothing inserted unescaped. */
import { describe, expect, it } from 'vitest';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { escapeHtml, html, Markup } from '../../../shared/domain/respondent/markup.ts';
import { pageTexts } from '../../../shared/domain/respondent/page-texts.ts';
import {
  closedPage,
  codePage,
  questionPage,
  thanksPage,
  type QuestionForm,
} from '../../../shared/domain/respondent/page.ts';
import { languages } from '../../../shared/domain/vocabulary.ts';

const form = (changes: Partial<QuestionForm> = {}): QuestionForm => {
  const [questionSet] = questionSets;
  if (questionSet === undefined) throw new Error('forms are shipped');
  return {
    language: 'fi',
    questionSet,
    action: '/fi/s/meeting.1/answers',
    invitation: { ticket: 'the-ticket', context: 'the-context' },
    nonce: 'the-nonce',
    ...changes,
  };
};

/** Each input of a page: its name, and its value where it has one. */
const inputsOf = (
  page: string,
): { name: string | undefined; value: string | undefined; type: string | undefined }[] =>
  [...page.matchAll(/<input\b[^>]*>/g)].map(([input]) => ({
    name: /\bname="([^"]*)"/.exec(input)?.[1],
    value: /\bvalue="([^"]*)"/.exec(input)?.[1],
    type: /\btype="([^"]*)"/.exec(input)?.[1],
  }));

describe('markup', () => {
  it('escapes text, and leaves markup as it is', () => {
    const hostile = `<script>"&'</script>`;
    expect(html`<p title="${hostile}">${hostile} ${7} ${new Markup('<b>bold</b>')}</p>`.html).toBe(
      '<p title="&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt;">&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt; 7 <b>bold</b></p>',
    );
    expect(escapeHtml(hostile)).not.toMatch(/[<>"']/);
  });

  it('reads no escape sequence in what it inserts', () => {
    expect(html`<p>${[new Markup(String.raw`\n`), new Markup('$&')]}</p>`.html).toBe(String.raw`<p>\n$&</p>`);
  });
});

describe('the texts', () => {
  const flat = (value: unknown, path: string): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
          flat(inner, `${path}.${key}`),
        );

  it('are complete in all languages, and not one is another language’s', () => {
    const places = languages.map((language) => flat(pageTexts[language], '').map(([path]) => path));
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
    const said = new Map(flat(pageTexts.fi, ''));
    for (const language of ['sv', 'en'] as const) {
      for (const [path, text] of flat(pageTexts[language], '')) {
        expect(text.trim()).not.toBe('');
        expect(text, path).not.toBe(said.get(path));
      }
    }
  });

  it('name every step of the scales that are asked in words', () => {
    for (const { questions } of questionSets) {
      for (const { scale } of questions) {
        for (const language of languages) {
          const { steps } = pageTexts[language].scales[scale.kind];
          if (steps.length > 0) expect(new Set(steps).size).toBe(scale.to - scale.from + 1);
        }
      }
    }
  });
});

describe.each(languages)('in %s', (language) => {
  it('each page says its language, its purpose, and where to turn', () => {
    const pages = {
      code: codePage(language),
      questions: questionPage(form({ language })),
      thanks: thanksPage(language),
      used: closedPage(language, 'used'),
      expired: closedPage(language, 'expired'),
    };
    for (const [kind, page] of Object.entries(pages)) {
      expect(page).toMatch(/^<!doctype html>/);
      expect(page).toContain(`<html lang="${language}">`);
      expect(page).toContain(`<main data-page="${kind}">`);
      const { emergency, helpline } = pageTexts[language];
      expect(page).toContain(escapeHtml(`${emergency} ${helpline}`));
      expect(page).toContain(escapeHtml(pageTexts[language].complaint));
      expect(page).not.toMatch(/\bsrc=|https?:\/\//);
    }
  });

  it('the page behind a link has one field, named code', () => {
    expect(inputsOf(codePage(language)).map(({ name }) => name)).toEqual(['code']);
    expect(codePage(language)).not.toContain('role="alert"');
  });

  it('a code that did not do is explained, for a screen reader too', () => {
    const page = codePage(language, pageTexts[language].mistyped);
    expect(page).toContain(escapeHtml(pageTexts[language].mistyped));
    expect(page).toMatch(/role="alert"[^>]*id="problem"/);
    expect(page).toContain('aria-describedby="hint problem"');
  });

  it.each(questionSets)(
    'the form $id has a field by key for each question, with every step and none',
    (questionSet) => {
      const page = questionPage(form({ language, questionSet }));
      const radios = inputsOf(page).filter(({ type }) => type === 'radio');
      expect([...new Set(radios.map(({ name }) => name))]).toEqual(
        questionSet.questions.map(({ key }) => key),
      );
      for (const { key, scale, text } of questionSet.questions) {
        const steps = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => String(scale.from + i));
        expect(radios.filter(({ name }) => name === key).map(({ value }) => value)).toEqual([...steps, '']);
        expect(page).toContain(`<legend>${escapeHtml(text[language])}</legend>`);
      }
    },
  );
});

it('the form carries the invitation and its nonce, and nothing chosen beforehand', () => {
  const page = questionPage(form());
  const hidden = inputsOf(page).filter(({ type }) => type === 'hidden');
  expect(hidden.map(({ name, value }) => [name, value])).toEqual([
    ['ticket', 'the-ticket'],
    ['context', 'the-context'],
    ['nonce', 'the-nonce'],
  ]);
  expect(page).toContain('action="/fi/s/meeting.1/answers"');
  expect(page).not.toMatch(/\bchecked\b|<script/);
});

it('escapes everything that it is given', () => {
  const hostile = '"><script>alert(1)</script>';
  const invitation = { ticket: hostile, context: hostile };
  const page = questionPage(form({ action: hostile, nonce: hostile, invitation, problem: hostile }));
  expect(page).not.toContain('<script>');
  expect(codePage('fi', hostile)).not.toContain(hostile);
});
