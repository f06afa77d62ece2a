/** What goes into the envelope, by question key; a question that was skipped is not there. */
export type Answers = Readonly<Record<string, number | string>>;

/** The most that a comment may hold, so that it fits the envelope together with all answers. */
const commentCharacters = 1000;
const commentBytes = 2400;

/**
 * Reads what was chosen and written in the question form.
 *
 * @param fields name and value of every field that a form would send; an empty value is no answer
 */
export function readAnswers(
  fields: readonly (readonly [name: string, value: string])[],
): Answers | 'nothing' | 'too-long' {
  const answers: Record<string, number | string> = {};
  for (const [name, value] of fields) {
    if (name !== 'comment') {
      if (/^\d+$/.test(value)) answers[name] = Number(value);
      continue;
    }
    const comment = plainText(value);
    if (
      Array.from(comment).length > commentCharacters ||
      new TextEncoder().encode(comment).length > commentBytes
    )
      return 'too-long';
    if (comment) answers[name] = comment;
  }
  return Object.keys(answers).length ? answers : 'nothing';
}

/**
 * Half a character pair and a control character are written as six in JSON, and might not fit the envelope then. They
 * say nothing: the first comes out as the mark for what can't be read, the others but for a line break as a blank.
 */
const plainText = (text: string): string =>
  text
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found[1] ? found : '\ufffd'))
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
    .trim();
