/**
 * A Finnish personal identity code: day, month and year of birth, a century sign (any of those in use since 2023),
 * an individual number and a check character. The check character is not verified: a mistyped code still names a
 * person.
 *
 * Digits or letters right before or after rule a match out, so that no UUID or organisation identifier is refused
 * by accident.
 */
const personalIdentityCode =
  /(?<![0-9A-Za-z])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Ya-fu-y]\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y](?![0-9A-Za-z])/;

/**
 * Where in a parsed JSON document something looks like a personal identity code.
 *
 * @returns paths of keys and indexes, as in a zod issue; the values themselves never leave this function
 */
export function findPersonalIdentityCodes(
  document: unknown,
  path: readonly (string | number)[] = [],
): (string | number)[][] {
  if (typeof document === 'string') return personalIdentityCode.test(document) ? [[...path]] : [];
  if (Array.isArray(document)) {
    return document.flatMap((element: unknown, index) =>
      findPersonalIdentityCodes(element, [...path, index]),
    );
  }
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([key, value]) =>
    // A key that is itself an identity code must not be repeated in an answer: its parent is named instead.
    personalIdentityCode.test(key) ? [[...path]] : findPersonalIdentityCodes(value, [...path, key]),
  );
}
