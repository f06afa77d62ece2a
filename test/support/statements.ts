/** What is read of a page or a part of it. */
export const seen = (markup: string): string =>
  markup
    .replace(/<(style|title)>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();

/** What is read of each section of a page that explains something, in order. */
export const sectionsOf = (page: string): [id: string, text: string][] =>
  [...page.matchAll(/<section id="(\w+)">(.*?)<\/section>/gs)].map(([, id = '', inner = '']) => [
    id,
    seen(inner),
  ]);

/** Every text among texts, by where it stands; what is to be put into one is `NAME`. */
export const flat = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (name: string) => string)('NAME')]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    flat(inner, `${path}.${key}`),
  );
};
