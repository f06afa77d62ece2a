/* Whoever is about to lose what they have filled in is asked first: by a reload, or by closing the page. */

/** An answer of any kind has the browser ask, in words of its own. */
const ask = (): boolean => true;

/** Until somebody is back from a link; less than anybody takes to lose something. */
const linkMilliseconds = 1000;

let isUnsent = false;

/** Says whether there is something to lose. Nobody listens otherwise, since some browsers keep no page that listens. */
export function setUnsent(isNow: boolean): void {
  isUnsent = isNow;
  window.onbeforeunload = isNow ? ask : null;
}

/** Links are followed unasked, on purpose: whoever calls for help from this page is not to be held up by a question. */
export function letLinksPass(): void {
  addEventListener('click', ({ target }) => {
    if (!isUnsent || !(target instanceof Element) || !target.closest('a')) return;
    window.onbeforeunload = null;
    setTimeout(() => {
      setUnsent(isUnsent);
    }, linkMilliseconds);
  });
}
