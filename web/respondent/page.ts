import { readAnswers } from './answers.ts';
import { makeBallot, type Invitation, type QuarterKeys } from './ballot.ts';
import type { Line } from './insist.ts';

/*
 * What the survey's page does in a browser with JavaScript: it sends the answers by a blind ballot, so that no server
 * sees an invitation and an answer together. All words are in the page; this shows the ones that fit. In a browser
 * that can't do it, or without a whole invitation in the link, the page asks for the code.
 */

/** The page says these in front of this script. */
declare const keys: readonly QuarterKeys[];

const patienceMilliseconds = 20_000;

const line: Line = {
  post: async (path, body) => {
    const abort = new AbortController();
    const patience = setTimeout(() => {
      abort.abort();
    }, patienceMilliseconds);
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // What is sent when the page is closed still arrives, and nothing goes along that tells who sends it.
        keepalive: true,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: abort.signal,
      });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } finally {
      clearTimeout(patience);
    }
  },
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const find = (id: string): HTMLElement | null => document.getElementById(id);

const setHidden = (id: string, isHidden: boolean): void => {
  const element = find(id);
  if (element) element.hidden = isHidden;
};

function namePage(kind: string): void {
  const main = document.querySelector('main');
  if (main) main.dataset['page'] = kind;
}

/** Said above the button, with the answers still there; everything else takes the place of the questions. */
const problems = ['nothing', 'too-long', 'unavailable', 'tampered', 'outdated'];

/** The questions of an invitation that is none give way to the form for its code, which says why. */
function askCode(form: HTMLFormElement): void {
  form.hidden = true;
  setHidden('refused', false);
  setHidden('code-way', false);
  namePage('code');
  code?.focus();
}

function askQuestions(form: HTMLFormElement, invitation: Invitation): void {
  const send = makeBallot(invitation, keys, line);
  const button = form.querySelector('button');

  const setBusy = (isBusy: boolean): void => {
    form.setAttribute('aria-busy', String(isBusy));
    setHidden('sending', !isBusy);
    if (button) button.disabled = isBusy;
  };

  const submit = async (): Promise<void> => {
    for (const problem of problems) setHidden(problem, true);
    const answers = readAnswers(fieldsOf(form));
    setBusy(true);
    const outcome = typeof answers === 'string' ? answers : await send(answers).catch(() => 'unavailable');
    setBusy(false);
    if (outcome === 'refused') {
      askCode(form);
      return;
    }
    const shown = outcome === 'taken' ? 'thanks' : outcome;
    setHidden(shown, false);
    if (problems.includes(shown)) {
      // It was out of use for a moment, and a keyboard has lost its place.
      button?.focus();
      return;
    }
    // Nothing that was chosen stays for whoever uses the device next.
    form.reset();
    setHidden('asking', true);
    namePage(shown);
    find(shown)?.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  setHidden('code-way', true);
  form.hidden = false;
  namePage('questions');
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  const fields: [string, string][] = [];
  new FormData(form).forEach((value, field) => {
    if (typeof value === 'string') fields.push([field, value]);
  });
  return fields;
}

const fragment = location.hash.slice(1);
const [, ticket, context] = /^([\w-]{22})\.([\w-]{12})$/.exec(fragment) ?? [];
const code = find('code');
const questions = find('questions');
const isAble =
  ['BigInt', 'fetch', 'crypto', 'AbortController'].every((name) => name in window) &&
  Boolean(Reflect.get(crypto, 'subtle')) &&
  keys.length > 0;

if (fragment) {
  // Out of the address, so that it is not on the way back, and in no picture of the screen.
  history.replaceState(null, '', location.pathname);
  if (ticket && context && isAble && questions instanceof HTMLFormElement)
    askQuestions(questions, { ticket, context });
  else if (code instanceof HTMLInputElement) code.value = fragment;
}
// The same page with another invitation, or the same one once more, is loaded by no browser of its own accord.
addEventListener('hashchange', () => {
  location.reload();
});
