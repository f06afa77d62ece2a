import { parsePage, type Form, type Page } from './page.ts';

/** The invitation in a mail's text part. */
export type Invitation = {
  /** Address of the survey page, with the invitation in its fragment. */
  readonly link: string;
  /** The same invitation for typing: ten groups of four characters. */
  readonly code: string;
};

/** A question as the form shows it: one of these values can be chosen, or none. */
export type AskedQuestion = { readonly key: string; readonly values: readonly string[] };

/** Chooses answers by question key; a key that is left out is a question that is skipped. */
export type ChooseAnswers = (
  questions: readonly AskedQuestion[],
  page: Page,
) => Readonly<Record<string, string>>;

/** @returns undefined when the mail is no invitation */
export function findInvitation(text: string): Invitation | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const link = lines.find((line) => /^https?:\/\/\S+\/[\w-]+\/s\/[\w-]+\.\d+#[\w-]+\.[\w-]+$/.test(line));
  const code = lines.find((line) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){9}$/.test(line));
  return link === undefined || code === undefined ? undefined : { link, code };
}

/**
 * Somebody with an old phone without JavaScript: opens the link, types the code from the mail, answers, sends.
 *
 * @returns the page where it ended: of kind `thanks` when the answers were taken, or else what the system said
 *   instead, such as `used`, `expired`, or `code` once more where the code was mistyped
 */
export async function respond({ link, code }: Invitation, choose: ChooseAnswers): Promise<Page> {
  const questions = await typeCode(await openPage(link), code);
  return questions.kind === 'questions' ? sendAnswers(questions, choose) : questions;
}

/** Opens a survey page. The fragment of the link stays with the caller, as in a browser. */
export async function openPage(link: string): Promise<Page> {
  const address = new URL(link);
  address.hash = '';
  return pageFrom(await fetch(address));
}

/** Fills in the code and sends it. @throws Error when the page has no form for one */
export const typeCode = (page: Page, code: string): Promise<Page> =>
  send(
    formWith(page, ({ fields }) => fields.some(({ name }) => name === 'code')),
    { code },
  );

/** Answers the questions and sends the form. @throws Error when the page asks none, or has no such option */
export function sendAnswers(page: Page, choose: ChooseAnswers): Promise<Page> {
  const form = formWith(page, ({ fields }) => fields.some(({ type }) => type === 'radio'));
  const asked = questionsOf(form);
  const chosen = choose(asked, page);
  for (const [key, value] of Object.entries(chosen)) {
    const question = asked.find((each) => each.key === key);
    if (question !== undefined && !question.values.includes(value))
      throw new Error(`${key} can't be answered with ${value}`);
  }
  return send(form, chosen);
}

export function questionsOf({ fields }: Form): AskedQuestion[] {
  const options = Map.groupBy(
    fields.filter(({ type }) => type === 'radio'),
    ({ name }) => name,
  );
  return [...options].map(([key, radios]) => ({ key, values: radios.map(({ value }) => value) }));
}

function formWith(page: Page, isIt: (form: Form) => boolean): Form {
  const form = page.forms.find(isIt);
  if (form === undefined) throw new Error(`the page "${page.kind}" has no such form`);
  return form;
}

/** Sends a form as a browser does: what is hidden goes along, what was not chosen does not. */
async function send(
  { action, method, fields }: Form,
  filledIn: Readonly<Record<string, string>>,
): Promise<Page> {
  if (method !== 'post') throw new Error(`a form to ${action} would put what was filled in into an address`);
  const body = new URLSearchParams();
  for (const { name, type, value } of fields) if (type === 'hidden') body.append(name, value);
  for (const [name, value] of Object.entries(filledIn)) body.set(name, value);
  return pageFrom(await fetch(action, { method: 'POST', body }));
}

async function pageFrom(response: Response): Promise<Page> {
  const html = await response.text();
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isHtml)
    throw new Error(`${response.url} answered ${response.status} without a page: ${html.slice(0, 200)}`);
  return parsePage(html, response.url);
}
