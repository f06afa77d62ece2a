/*
 * Reads the page aloud, where the browser can do so by itself. A voice that is not on the device would send what it
 * reads to somebody else, and is not used. What people have written is never read.
 */

const languageIn = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];

const isAble = (): boolean => 'speechSynthesis' in window;

/** Ends what is being read. */
export function hush(): void {
  if (isAble()) speechSynthesis.cancel();
}

/**
 * Shows a button that reads what stands beside it, and one without its word in each part, once there is a voice on the device
 * that speaks the page's language. Some browsers know their voices only after a while.
 */
export function offerReading(button: HTMLElement, parts: readonly Element[]): void {
  if (!isAble()) return;
  const offer = (): void => {
    const wanted = languageIn(document.documentElement.lang);
    const voice = speechSynthesis
      .getVoices()
      .find(({ localService, lang }) => localService && languageIn(lang) === wanted);
    if (!voice || !button.hidden) return;
    button.hidden = false;
    const label = button.textContent.trim();
    for (const part of parts) {
      const copy = button.cloneNode(true);
      if (!(copy instanceof HTMLElement)) continue;
      copy.removeAttribute('id');
      copy.lastElementChild?.remove();
      copy.setAttribute('aria-label', label);
      part.classList.add('spoken');
      part.insertBefore(copy, part.children[1] ?? null);
      readAtPress(copy, part, voice);
    }
    if (button.parentElement) readAtPress(button, button.parentElement, voice);
  };
  speechSynthesis.onvoiceschanged = offer;
  offer();
  addEventListener('pagehide', hush);
}

/** Pressed once more, it is silent again. */
function readAtPress(button: HTMLElement, part: Element, voice: SpeechSynthesisVoice): void {
  const setPressed = (isPressed: boolean): void => {
    button.setAttribute('aria-pressed', String(isPressed));
  };
  button.addEventListener('click', () => {
    const wasReading = button.getAttribute('aria-pressed') === 'true';
    hush();
    setPressed(!wasReading);
    if (wasReading) return;
    const utterance = new SpeechSynthesisUtterance(wordsOf(part));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = utterance.onerror = () => {
      setPressed(false);
    };
    speechSynthesis.speak(utterance);
  });
}

/** Headings, questions, hints, and steps that are words. Numbers are left out: their two ends say what they mean. */
const wordsOf = (part: Element): string =>
  Array.from(part.querySelectorAll('h1,legend,label[for],p,.steps span,.faces span'), ({ textContent }) =>
    textContent.trim().replace(/([^.?!])$/, '$1.'),
  ).join(' ');
