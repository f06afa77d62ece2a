import { readAnswers } from './answers.ts';
import { makeBallot, type Invitation, type QuarterKeys } from './ballot.ts';
import { line } from './line.ts';
import { hush, offerReading } from './read-aloud.ts';
import { letLinksPass, setUnsent } from './unsent.ts';

/*
 * What the survey's page does in a browser with JavaScript: it sends the answers by a blind ballot, so that no server
 * sees an invitation and an answer together. All words are in the page; this shows the ones that fit. In a browser
 * that can't do it, or without a whole invitation in the link, the page asks for the code.
 */

/** The page says these in front of this script. */
declare const keys: readonly QuarterKeys[];

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
const problems = ['nothing', 'too-long', 'unavailable', 'offline', 'tampered', 'outdated'];

/** Takes the invitation out of the address: from then on it is not on the way back, and in no picture of the screen. */
const forgetInvitation = (): void => {
  history.replaceState(null, '', location.pathname);
};

/** The questions of an invitation that is none give way to the form for its code, which says why. */
function askCode(form: HTMLFormElement): void {
  form.hidden = true;
  setUnsent(false);
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

  const sendAgain = (): void => void submit();

  const submit = async (): Promise<void> => {
    removeEventListener('online', sendAgain);
    for (const problem of problems) setHidden(problem, true);
    const answers = readAnswers(fieldsOf(form));
    setBusy(true);
    const outcome = typeof answers === 'string' ? answers : await send(answers).catch(() => 'unavailable');
    setBusy(false);
    const isOffline = outcome === 'unavailable' && !navigator.onLine;
    const shown = outcome === 'taken' ? 'thanks' : isOffline ? 'offline' : outcome;
    if (isOffline) addEventListener('online', sendAgain);
    if (problems.includes(shown)) {
      setHidden(shown, false);
      // It was out of use for a moment, and a keyboard has lost its place.
      button?.focus();
      return;
    }
    forgetInvitation();
    hush();
    if (outcome === 'refused') {
      askCode(form);
      return;
    }
    setHidden(shown, false);
    // Nothing that was chosen stays for whoever uses the device next.
    form.reset();
    setUnsent(false);
    setHidden('asking', true);
    namePage(shown);
    find(shown)?.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => {
    setUnsent(true);
    // Whoever goes on writing says themselves when it is done.
    removeEventListener('online', sendAgain);
    setHidden('offline', true);
  });
  // Some browsers bring a button back as it was when the page was left in the middle of sending.
  setBusy(false);
  setHidden('code-way', true);
  form.hidden = false;
  namePage('questions');
  const listen = find('listen');
  if (listen) offerReading(listen, Array.from(form.querySelectorAll('fieldset,.own')));
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  const fields: [string, string][] = [];
  new FormData(form).forEach((value, field) => {
    if (typeof value === 'string') fields.push([field, value]);
  });
  return fields;
}

/** What only a browser with JavaScript needs is kept from all others in script elements that nothing runs. */
document.querySelectorAll('script[type]').forEach((kept) => {
  kept.insertAdjacentHTML('beforebegin', kept.textContent);
});

const fragment = location.hash.slice(1);
const [, ticket, context] = /^([\w-]{22})\.([\w-]{12})$/.exec(fragment) ?? [];
const code = find('code');
const questions = find('questions');
const form = questions instanceof HTMLFormElement ? questions : undefined;
const isAble =
  ['BigInt', 'fetch', 'crypto', 'AbortController'].every((name) => name in window) &&
  Boolean(Reflect.get(crypto, 'subtle')) &&
  keys.length > 0;

// Until it is used, the invitation stays in the address, so that nobody loses it who reloads or comes back.
if (ticket && context) {
  if (isAble && form) askQuestions(form, { ticket, context });
  else if (code instanceof HTMLInputElement) {
    code.value = fragment;
    code.form?.addEventListener('submit', forgetInvitation);
  }
} else if (fragment) {
  forgetInvitation();
  setHidden('truncated', false);
}

/** What was chosen belongs to the invitation that it was chosen for, and to nobody else. */
function forgetAnswers(): void {
  setUnsent(false);
  form?.reset();
}

letLinksPass();
const leave = find('leave');
if (leave instanceof HTMLAnchorElement)
  leave.addEventListener('click', (event) => {
    event.preventDefault();
    forgetAnswers();
    hush();
    // The page to come may be slow; this one is gone at once, also from the way back.
    document.body.hidden = true;
    location.replace(leave.href);
  });
// The same form in other languages: the invitation goes along, and does not stay behind on the way back.
document.querySelectorAll<HTMLAnchorElement>('nav a').forEach((other) => {
  other.addEventListener('click', (event) => {
    event.preventDefault();
    // No way to help: whoever has filled something in is asked before it is lost.
    event.stopPropagation();
    location.replace(other.href + location.hash);
  });
});
// The same page with another invitation, or the same one once more, is loaded by no browser of its own accord.
addEventListener('hashchange', () => {
  forgetAnswers();
  location.reload();
});
