/** A voice, as the device or somebody far away speaks it. */
export type Voice = { readonly lang: string; readonly localService: boolean };

/** Stands in for the browser's own: keeps what is said in `said`, and says it until it is told to be silent. */
export const speaking = (voices: readonly Voice[], { isLate = false } = {}): string => `
  window.said = [];
  let known = ${isLate ? '[]' : JSON.stringify(voices)};
  let current;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => known,
    speak: (utterance) => { current = utterance; said.push([utterance.text, utterance.voice.lang]); },
    cancel: () => { const ended = current; current = undefined; if (ended) ended.onend(); },
    arrive: () => { known = ${JSON.stringify(voices)}; speechSynthesis.onvoiceschanged(); },
  } });`;

export const voice = (lang: string, localService = true): Voice => ({ lang, localService });
