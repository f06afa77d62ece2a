/** The respondent's pages: complete in every language, every field named as the contract says, and nothing inserted unescaped. */
import { describe, expect, it } from 'vitest';
import { formAudiences } from '../../../shared/domain/form-audience.ts';
import { asked } from '../../../shared/domain/questions/question.ts';
import { questionSets } from '../../../shared/domain/questions/question-sets.ts';
import { escapeHtml, html, Markup } from '../../../shared/domain/respondent/markup.ts';
import { pageScript } from '../../../shared/domain/respondent/page-script.ts';
import {
  pageTexts,
  pageTextsByAudience,
  pageTextsFor,
} from '../../../shared/domain/respondent/page-texts.ts';
import {
  codePage,
  endingPage,
  questionPage,
  type QuestionForm,
} from '../../../shared/domain/respondent/page.ts';
import { scriptWith, surveyPage } from '../../../shared/domain/respondent/survey-page.ts';
import { formLanguages, staffLanguage } from '../../../shared/domain/vocabulary.ts';
import { organisation } from '../../support/organisation.ts';

const [meeting] = questionSets;
if (meeting === undefined) throw new Error('forms are shipped');

const form = (changes: Partial<QuestionForm> = {}): QuestionForm => ({
  language: 'fi',
  organisation,
  questionSet: meeting,
  action: '/fi/s/meeting.1/answers',
  invitation: { ticket: 'the-ticket', context: 'the-context' },
  nonce: 'the-nonce',
  ...changes,
});

const keys = ['2026-Q1', '2026-Q2'].map((id) => ({ id, ballot: `ballot-of-${id}`, mix: `mix-of-${id}` }));
const script = scriptWith(keys);

/** Each input of a page that can be filled in or chosen: its name, and its value where it has one. */
const inputsOf = (
  page: string,
): { name: string | undefined; value: string | undefined; type: string | undefined }[] =>
  [...page.matchAll(/<input\b(?![^>]*\bdisabled\b)[^>]*>/g)].map(([input]) => ({
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
    const places = formLanguages.map((language) => flat(pageTexts[language], '').map(([path]) => path));
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

  it('say to each audience in words of its own what is not the same for all, in every language', () => {
    for (const audience of ['child', 'young-person', 'worker'] as const) {
      const [finnish = [], ...others] = (['fi', 'sv', 'en'] as const).map((language) =>
        flat(pageTextsByAudience[language][audience], ''),
      );
      for (const other of others)
        for (const [place, [path, text]] of other.entries()) {
          expect(path).toBe(finnish[place]?.[0]);
          expect(text.trim()).not.toBe('');
          expect(text, path).not.toBe(finnish[place]?.[1]);
        }
    }
    for (const language of formLanguages) {
      const said = formAudiences.map((audience) => pageTextsFor({ language, audience }));
      for (const texts of [said.map(({ voluntary }) => voluntary), said.map(({ opening }) => opening('X'))])
        expect(new Set(texts).size).toBe(formAudiences.length);
      // What is the same for all is there for each.
      for (const texts of said)
        expect(Object.keys(texts).toSorted()).toEqual(Object.keys(pageTexts[language]).toSorted());
    }
  });

  it('say who asks to everybody, of a client’s service nothing to a worker, and of 116 111 to the young', () => {
    for (const language of formLanguages) {
      for (const audience of formAudiences)
        expect(pageTextsFor({ language, audience }).opening('Who Asks')).toMatch(/^Who Asks /);
      const { title, opening, voluntary, complaint } = pageTextsByAudience[language].worker;
      expect([title, opening('X'), voluntary, complaint].join(' ')).not.toMatch(
        /palveluusi|palvelusi |sinua (?:kuul|kuun)|din service|your service|heard|116 111/,
      );
      for (const audience of ['child', 'young-person'] as const)
        expect(pageTextsByAudience[language][audience].helpline.match(/116 111/g)).toHaveLength(1);
    }
  });

  it('are short for a child: in hardly a sentence more than fifteen words, and none with twenty', () => {
    for (const language of formLanguages) {
      const lengths = flat(
        { ...pageTextsByAudience[language].child, opening: pageTextsByAudience[language].child.opening('X') },
        '',
      )
        .flatMap(([, text]) => text.split(/[.?!:]\s/))
        .map((sentence) => sentence.split(/\s+/).length);
      expect(lengths.filter((words) => words > 15).length).toBeLessThan(lengths.length / 20);
      expect(Math.max(...lengths)).toBeLessThan(20);
    }
  });

  it('name every step of the scales that are asked in words', () => {
    for (const { questions } of questionSets) {
      for (const { scale } of questions) {
        for (const language of formLanguages) {
          const { steps } = pageTexts[language].scales[scale.kind];
          if (steps.length > 0) expect(new Set(steps).size).toBe(scale.to - scale.from + 1);
        }
      }
    }
  });
});

describe.each(formLanguages)('in %s', (language) => {
  it('each page says its language, its purpose, and where to turn', () => {
    const pages = [
      ['code', surveyPage(language, meeting, script, organisation)],
      ['code', codePage({ language, audience: 'adult' }, pageTexts[language].mistyped, organisation)],
      ['questions', questionPage(form({ language }))],
      ['thanks', endingPage({ language, audience: 'adult' }, 'thanks', organisation)],
      ['used', endingPage({ language, audience: 'adult' }, 'used', organisation)],
      ['expired', endingPage({ language, audience: 'adult' }, 'expired', organisation)],
    ] as const;
    for (const [kind, page] of pages) {
      expect(page).toMatch(/^<!doctype html>/);
      expect(page).toContain(`<html lang="${language}" dir="ltr">`);
      expect(page).toContain(`<main data-page="${kind}">`);
      expect(page).toContain(`<a href="/${language}/privacy"`);
      // Who asks stands above every page, and those that ask for answers say it once more, in a sentence.
      expect(page).toContain(`<span>${organisation.name[staffLanguage[language]]}</span>`);
      if (kind === 'code')
        expect(page).toContain(pageTexts[language].opening(organisation.name[staffLanguage[language]]));
      expect(page).toContain(escapeHtml(pageTexts[language].complaint));
      // Nothing comes from anywhere, and nothing leads away but the links that everybody sees.
      expect(page).not.toMatch(/\bsrc=|<link\b|@import|url\(/);
      expect(page.replace(/<a href="https:\/\/[^"]+"|<a id="leave" href="https:\/\/[^"]+"/g, '')).not.toMatch(
        /https?:\/\//,
      );
      expect(page).toContain(`<a id="leave" href="${organisation.leaveTo}" rel="noreferrer">`);
    }
  });

  it.each(questionSets)(
    'every page of the form $id speaks to whom it asks, from the opening to the thanks',
    (set) => {
      const { audience } = set;
      const spoken = { language, audience };
      const texts = pageTextsFor(spoken);
      const who = organisation.name[staffLanguage[language]];
      const linked = surveyPage(language, set, script, organisation);
      for (const text of [
        ...[texts.title, texts.opening(who), texts.voluntary, texts.notLive, texts.skip, texts.scriptWay],
        ...[texts.codeHint, texts.truncated, texts.refused, texts.used, texts.expired, texts.thanks],
        ...[texts.noOpinion, texts.complaint, texts.emergency.split('112')[0] ?? ''],
      ])
        expect(linked).toContain(escapeHtml(text));
      expect(linked.includes(escapeHtml(texts.commentHint))).toBe(set.comment);
      const plain = questionPage(form({ language, questionSet: set }));
      for (const text of [texts.questionsTitle, texts.skip, texts.formWay, texts.noOpinion, texts.complaint])
        expect(plain).toContain(escapeHtml(text));
      const again = codePage(spoken, texts.mistyped, organisation);
      expect(again).toContain(escapeHtml(texts.opening(who)));
      expect(endingPage(spoken, 'thanks', organisation)).toContain(escapeHtml(texts.thanks));
    },
  );

  it('a page that asks for the code again has one field, named code', () => {
    expect(
      inputsOf(codePage({ language, audience: 'adult' }, 'no', organisation)).map(({ name }) => name),
    ).toEqual(['code']);
  });

  it.each(questionSets)(
    'the page behind a link holds the form $id for a browser with JavaScript, hidden',
    (set) => {
      const page = surveyPage(language, set, script, organisation);
      const kept = [...page.matchAll(/<script type="text\/html">(.*?)<\/script>/gs)].map(([, html]) => html);
      const hidden = kept.find((html) => html?.includes('<form')) ?? '';
      // Without JavaScript nothing of this is there but the form for the code, in a text browser either.
      expect(hidden).toMatch(/^<form id="questions" hidden>/);
      const shown = page.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');
      expect(inputsOf(shown).map(({ name }) => name)).toEqual(['code']);
      expect(shown).not.toMatch(/\bhidden\b|role="alert"|<section|<button type/);
      expect([...new Set(inputsOf(hidden).map(({ name }) => name))]).toEqual(
        set.questions.map(({ key }) => key),
      );
      expect(hidden.includes('<textarea id="comment" name="comment"')).toBe(set.comment);
      // The same fields as on the form without JavaScript, but for what is hidden in that one.
      const without = inputsOf(questionPage(form({ language, questionSet: set })));
      expect(inputsOf(hidden)).toEqual(without.filter(({ type }) => type !== 'hidden'));
    },
  );

  it('all that can go wrong, and every way to end, is in the page behind a link, and hidden', () => {
    const page = surveyPage(language, meeting, script, organisation);
    const texts = pageTexts[language];
    const told = {
      nothing: texts.nothingAnswered,
      'too-long': texts.tooLong,
      unavailable: texts.unavailable,
      offline: texts.offline,
      tampered: texts.tampered,
      outdated: texts.outdated,
      refused: texts.refused,
      truncated: texts.truncated,
    };
    for (const [id, text] of Object.entries(told))
      expect(page).toContain(`<p id="${id}" role="alert" class="problem" hidden>${escapeHtml(text)}</p>`);
    for (const id of ['thanks', 'used', 'expired'] as const) {
      const [, section = ''] =
        new RegExp(`<section id="${id}" tabindex="-1" hidden>(.*?)</section>`, 's').exec(page) ?? [];
      expect(section).toContain(escapeHtml(texts[id]));
    }
    expect(page).toContain(`<span id="sending" hidden>${escapeHtml(texts.sending)}</span>`);
  });

  it('a code that did not do is explained, for a screen reader too', () => {
    const page = codePage({ language, audience: 'adult' }, pageTexts[language].mistyped, organisation);
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
      for (const question of questionSet.questions) {
        const { key, scale } = question;
        const steps = Array.from({ length: scale.to - scale.from + 1 }, (_, i) => String(scale.from + i));
        expect(radios.filter(({ name }) => name === key).map(({ value }) => value)).toEqual([...steps, '']);
        expect(page).toContain(`<legend>${escapeHtml(asked(question, language))}</legend>`);
      }
    },
  );
});

describe('the page behind a link', () => {
  it('has one script, which begins with the public keys and is as it was built after them', () => {
    const page = surveyPage('fi', meeting, script, organisation);
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, inlined]) => inlined);
    expect(scripts).toEqual([script]);
    const [, list = '', built] = /^const keys=(\[.*?\]);(.*)$/s.exec(script) ?? [];
    expect(JSON.parse(list)).toEqual(keys);
    expect(built).toBe(pageScript);
  });

  it('names each thing once that the script or a label looks for', () => {
    const ids = [...surveyPage('fi', meeting, script, organisation).matchAll(/\sid="([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is of one shape in all languages', () => {
    const shapes = formLanguages.map((language) =>
      [
        ...surveyPage(language, meeting, script, organisation)
          // The row of languages is the same but for which of them is the page's own.
          .replace(/<nav .*?<\/nav>/s, '')
          .matchAll(/<(\w+)/g),
      ]
        .map(([, tag]) => tag)
        .join(' '),
    );
    expect(new Set(shapes).size).toBe(1);
  });
});

describe.each(questionSets)('the form $id leaves the choice to whoever answers', (questionSet) => {
  const forms = formLanguages.flatMap((language) => [
    surveyPage(language, questionSet, script, organisation),
    questionPage(form({ language, questionSet })),
  ]);

  it('by steps in their order, none of them chosen, coloured or otherwise set apart', () => {
    for (const page of forms) {
      const rows = [...page.matchAll(/<div class="(?:steps|numbers|numbers ten|faces)">(.*?)<\/div>/gs)];
      expect(rows).toHaveLength(2 * questionSet.questions.length);
      questionSet.questions.forEach(({ scale }, place) => {
        const [, row = ''] = rows[2 * place] ?? [];
        const values = inputsOf(row).map(({ value }) => Number(value));
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect([values.at(0), values.at(-1)]).toEqual([scale.from, scale.to]);
        // What is left of each step without its value, its words and its face is the same for all.
        const bare = [...row.matchAll(/<label>.*?<\/label>/gs)].map(([step]) =>
          step
            .replace(/ value="\d+"/, '')
            .replace(/#face-\d/, '')
            .replace(/<span>.*<\/span>/, ''),
        );
        expect(bare).toHaveLength(values.length);
        expect(new Set(bare).size).toBe(1);
        expect(row).not.toMatch(/\b(?:checked|class|style|fill|color|id)=?\b/);
      });
    }
  });

  it('and where it has faces, draws one for each step, all in the colour of the text', () => {
    const hasFaces = questionSet.questions.some(({ scale }) => scale.kind === 'faces');
    for (const page of forms) {
      const drawn = [...page.matchAll(/<symbol id="(face-\d)"/g)].map(([, id]) => id);
      expect(drawn).toEqual(hasFaces ? [1, 2, 3, 4, 5].map((step) => `face-${step}`) : []);
      const used = [...page.matchAll(/<use href="#(face-\d)"/g)].map(([, id]) => id);
      expect(used).toEqual(hasFaces ? questionSet.questions.flatMap(() => drawn) : []);
      for (const [svg] of page.matchAll(/<svg\b[^>]*>/g)) expect(svg).toContain('aria-hidden="true"');
      expect(page.replaceAll(/<script>.*?<\/script>/gs, '')).not.toMatch(/\b(?:fill|stroke)="/);
    }
  });
});

it('a row without JavaScript begins with what stands for nothing, and can’t be chosen', () => {
  // Lynx takes the first of a row for chosen.
  for (const questionSet of questionSets) {
    const page = questionPage(form({ questionSet }));
    for (const { key } of questionSet.questions) {
      const [first = ''] =
        new RegExp(`<label[^>]*><input type="radio" name="${key}".*?</label>`).exec(page) ?? [];
      expect(first).toBe(`<label hidden><input type="radio" name="${key}" value="" disabled /> –</label>`);
    }
    expect(surveyPage('fi', questionSet, script, organisation)).not.toContain(' disabled');
  }
});

it('what is written may run either way, and the code runs one way', () => {
  expect(questionPage(form())).toMatch(/<textarea [^>]*dir="auto"/);
  expect(codePage({ language: 'fi', audience: 'adult' }, 'no', organisation)).toMatch(
    /<input\s[^>]*dir="ltr"/,
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

it('a form that comes back holds what was answered and written, and nothing else', () => {
  const comment = '</textarea><b>\nHyvää "yötä"';
  const page = questionPage(form({ answers: { heard: 4, aim: 1 }, comment }));
  expect(
    [...page.matchAll(/name="([\w-]+)" value="(\d*)" checked/g)].map(([, name, value]) => [name, value]),
  ).toEqual([
    ['heard', '4'],
    ['aim', '1'],
  ]);
  const [, written] = /<textarea[^>]*>\n(.*?)<\/textarea>/s.exec(page) ?? [];
  expect(written).toBe(escapeHtml(comment));
});

it('a line break at the beginning of a comment is still there when the form comes back', () => {
  // A browser drops the first line break after the opening tag.
  expect(questionPage(form({ comment: '\nfirst' }))).toMatch(/<textarea[^>]*>\n\nfirst<\/textarea>/);
});

it('escapes everything that it is given', () => {
  const hostile = '"><script>alert(1)</script>';
  const invitation = { ticket: hostile, context: hostile };
  const page = questionPage(form({ action: hostile, nonce: hostile, invitation, problem: hostile }));
  expect(page).not.toContain('<script>');
  expect(codePage({ language: 'fi', audience: 'adult' }, hostile, organisation)).not.toContain(hostile);
});
