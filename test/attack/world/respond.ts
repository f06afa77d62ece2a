import type { Page } from '../../../local/simulation/page.ts';
import { openPage, sendAnswers, typeCode, type AskedQuestion } from '../../../local/simulation/respondent.ts';
import { respondInBrowser } from '../../../local/simulation/web-respondent.ts';
import type { Invited } from './stage.ts';

/** How somebody answers: with JavaScript, through the two posts; or without, by the form for the code. */
export type Way = 'page' | 'form';

/** Chooses answers by question key, as a form sends them. */
export type Choose = (
  questions: readonly AskedQuestion[],
  takesComment: boolean,
) => Readonly<Record<string, string>>;

/** What the respondent's device knew and nobody else may. */
export type Given = { readonly nonce: string; readonly answers: Readonly<Record<string, string>> };

/** Answers an invitation. @throws Error where the answers were not taken */
export const respondBy = (way: Way, invited: Invited, choose: Choose): Promise<Given> =>
  way === 'form' ? byForm(invited, choose) : byPage(invited, choose);

async function byForm({ link, code }: Invited, choose: Choose): Promise<Given> {
  const form = await typeCode(await openPage(link), code);
  const fields = form.forms.flatMap((one) => one.fields);
  const nonce = fields.find(({ name }) => name === 'nonce')?.value ?? '';
  let answers: Given['answers'] = {};
  const end = await sendAnswers(form, (questions) => {
    answers = choose(questions, takesCommentIn(form));
    return answers;
  });
  if (end.kind !== 'thanks') throw new Error(`an answer ended on the page "${end.kind}"`);
  return { nonce, answers };
}

async function byPage({ link }: Invited, choose: Choose): Promise<Given> {
  let given: Given = { nonce: '', answers: {} };
  const end = await respondInBrowser(
    link,
    (questions, page) => {
      const answers = choose(questions, takesCommentIn(page));
      given = { ...given, answers };
      return answers;
    },
    { onNonce: (nonce) => (given = { ...given, nonce }) },
  );
  if (end !== 'taken') throw new Error(`an answer ended as "${end}"`);
  return given;
}

const takesCommentIn = ({ forms }: Page): boolean =>
  forms.some(({ fields }) => fields.some(({ type }) => type === 'textarea'));
