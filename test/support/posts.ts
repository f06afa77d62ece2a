import { respondInBrowser, type Visit, type VisitOptions } from '../../local/simulation/web-respondent.ts';
import type { ChooseAnswers } from '../../local/simulation/respondent.ts';
import type { Line, Reply } from '../../web/respondent/insist.ts';

/** Posts as a page does, once, to where its link leads. */
export const postingTo =
  (link: string): Line['post'] =>
  async (path, body): Promise<Reply> => {
    const response = await fetch(new URL(path, link), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

/** A visit of which the answers are on their way: the ballot is signed, the response is still to be sent. */
export type Held = { readonly sendResponse: () => Promise<Visit> };

/** Presses Send in a browser that is held up between its two posts. @throws Error when it comes to no second post */
export async function holdBeforeResponse(link: string, choose: ChooseAnswers): Promise<Held> {
  const signed = Promise.withResolvers<true>();
  const letOn = Promise.withResolvers<true>();
  const post = postingTo(link);
  const options: VisitOptions = {
    line: {
      post: async (path, body) => {
        if (path === '/v1/responses') {
          signed.resolve(true);
          await letOn.promise;
        }
        return post(path, body);
      },
    },
  };
  const visit = respondInBrowser(link, choose, options);
  const outcome = await Promise.race([signed.promise, visit]);
  if (outcome !== true) throw new Error(`the visit ended before its second post: ${outcome}`);
  return {
    sendResponse: () => {
      letOn.resolve(true);
      return visit;
    },
  };
}
