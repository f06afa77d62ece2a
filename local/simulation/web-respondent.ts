import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { readAnswers } from '../../web/respondent/answers.ts';
import { makeBallot, type Outcome, type QuarterKeys } from '../../web/respondent/ballot.ts';
import type { Line } from '../../web/respondent/insist.ts';
import { parsePage } from './page.ts';
import { questionsOf, type ChooseAnswers } from './respondent.ts';

/** How a visit with JavaScript ended: what became of the ballot, or why none was sent. */
export type Visit = Outcome | 'nothing' | 'too-long';

export type VisitOptions = {
  /** Is told the nonce of the ballot, prefix and all, in base64url, as soon as it leaves the page. */
  readonly onNonce?: (nonce: string) => void;
  /** Stands in for what carries the posts, and for the time between attempts. */
  readonly line?: Partial<Line>;
};

/**
 * Somebody with JavaScript: opens the link, answers, sends. Everything after the page has come is done by the page's own
 * code but for the document, so what a server can learn from this respondent it can learn from a browser.
 *
 * @param link with the invitation in its fragment
 * @throws Error when the page has no keys or no questions, or when there is no such option
 */
export async function respondInBrowser(
  link: string,
  choose: ChooseAnswers,
  { onNonce, line = {} }: VisitOptions = {},
): Promise<Visit> {
  const address = new URL(link);
  const [, ticket, context] = /^#([\w-]{22})\.([\w-]{12})$/.exec(address.hash) ?? [];
  if (ticket === undefined || context === undefined) throw new Error('the link holds no invitation');
  address.hash = '';
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the page answered ${response.status}`);
  const html = await response.text();

  const answers = readAnswers(chosenFields(unfolded(html), address.href, choose));
  if (answers === 'nothing' || answers === 'too-long') return answers;
  const { post = posting(address.origin), pause: wait = pause } = line;
  return makeBallot({ ticket, context }, keysIn(html), {
    post: (path, body) => {
      if ('nonce' in body) onNonce?.(z.string().parse(body.nonce));
      return post(path, body);
    },
    pause: wait,
  })(answers);
}

/** The page as its script has it: what only a browser with JavaScript needs is kept in script elements until then. */
const unfolded = (html: string): string =>
  html.replace(/<script type="text\/html">(.*?)<\/script>/gs, (_, kept: string) => kept);

/** What the form would send: one value for each question that was answered, and the comment. */
function chosenFields(html: string, address: string, choose: ChooseAnswers): [string, string][] {
  const page = parsePage(html, address);
  const form = page.forms.find(({ fields }) => fields.some(({ type }) => type === 'radio'));
  if (form === undefined) throw new Error(`the page "${page.kind}" asks no questions`);
  const asked = questionsOf(form);
  const chosen = Object.entries(choose(asked, page)).filter(([key]) =>
    form.fields.some(({ name }) => name === key),
  );
  for (const [key, value] of chosen) {
    const question = asked.find((each) => each.key === key);
    if (question !== undefined && !question.values.includes(value))
      throw new Error(`${key} can't be answered with ${value}`);
  }
  return chosen;
}

const keysSchema = z.array(z.object({ id: z.string(), ballot: z.string(), mix: z.string() }));

/** The public keys in the page's script. */
export function keysIn(html: string): readonly QuarterKeys[] {
  const [, keys] = /<script>const keys=(\[.*?\]);/.exec(html) ?? [];
  if (keys === undefined) throw new Error('the page has no keys');
  return keysSchema.parse(JSON.parse(keys));
}

const posting =
  (origin: string): Line['post'] =>
  async (path, body) => {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json().catch(() => undefined) };
  };
