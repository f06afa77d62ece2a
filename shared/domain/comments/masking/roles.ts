const courtesies = new Set(
  'rouva rva herra hra neiti nti fru fr herr hr fröken mr mrs ms miss dr tri tohtori'.split(' '),
);

/** Ends of the words for what people are to a family by their work, with what may be put to them. */
const role =
  /(?:työntekijä|sosiaalityöntekijä|ohjaaja|valvoja|hoitaja|lääkäri|opettaja|terapeutti|psykologi|johtaja|kuraattori|päällikkö|esimies|esihenkilö|sossu|sossutäti|perhehoitaja|tulkki|tukihenkilö|tukiperhe|yksikkö|tolk|tolken|interpreter|sijaisäiti|sijaisisä|arbetare|ledare|handledare|läkare|lärare|psykolog|terapeut|sköterska|skötare|chef|kurator|ledaren|arbetaren|handledaren|läkaren|läraren|psykologen|terapeuten|worker|counsellor|counselor|nurse|doctor|teacher|therapist|psychologist|manager|supervisor)(?:n|mme|ni|nne|nsa|nsä|lle|llemme|lta|ltä|lla|llä|s)?$/u;

/** Whether a name behind the word is that of a person for certain. @param word in lower case */
export const isCourtesy = (word: string): boolean => courtesies.has(word);

export const isRole = (word: string): boolean => isCourtesy(word) || role.test(word);
