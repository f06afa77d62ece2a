import type { DigestTexts } from './wording.ts';

export const swedish: DigestTexts = {
  digest: 'Periodsammandrag',
  languages: 'Sidans språk',
  months: [
    ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
    ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  ],
  quarter: (first, last, year) => `${first}–${last} ${year}`,
  shortMonth: (month, year) => `${month}/${year}`,
  shortQuarter: (quarter, year) => `kv ${quarter}/${year}`,
  thanks: 'Tack till alla som svarade.',
  asked:
    'Vi frågade barn, unga, föräldrar, närstående och arbetstagare som servicen gällde om deras erfarenheter. Det var frivilligt att svara, och svaren var anonyma.',
  answersEach: (count) => `Varje fråga fick ${count} svar.`,
  heard: 'Vad vi hörde',
  wentWell: 'Särskilt bra gick det här (medelvärde minst 4 på skalan 1–5):',
  order: 'I varje grupp står det som gick bäst överst.',
  captions: {
    spread: 'Hur många som valde vad',
    mean: 'Medelvärde (antal svar)',
    index: 'Rekommendationsindex (antal svar)',
  },
  groups: {
    statements: 'Familjer och närstående',
    faces: 'Barn',
    partners: 'Samarbetspartner',
    wellbeing: 'Mående',
    recommendation: 'Rekommendation',
  },
  mean: (value) => `Medelvärde ${value}`,
  meanBetween: (from, to) => `Medelvärdet är mellan ${from} och ${to}`,
  index: (value, interval) =>
    `Rekommendationsindex ${value}${interval === null ? '' : `, osäkerhetsintervall ${interval}`}`,
  answers: (count) => `${count}\u00a0svar`,
  spread: (steps) => `Så här fördelade sig svaren: ${steps}.`,
  earlier: 'Tidigare:',
  actions: {
    title: 'Ni sade, vi gjorde',
    said: 'Ni sade:',
    did: 'Vi gjorde:',
    none: 'Här antecknas vad som görs utifrån responsen.',
  },
  reading: {
    title: 'Så här läser du sammandraget',
    marks:
      'Den fyllda punkten är medelvärdet. Det breda fältet är det intervall där medelvärdet ligger när det inte kan anges närmare. En öppen punkt eller ett öppet fält är från en tidigare period. Antalet svar står inom parentes. Staplarna visar hur många som valde vad.',
    index:
      'Rekommendationsindexet är andelen svar 9–10 minus andelen svar 0–6: från −100 till 100. Linjen omkring det visar hur mycket slumpen kan påverka.',
    each: 'Man fick hoppa över vilken fråga som helst, så antalet svar varierar.',
    compare:
      'Siffrorna berättar om erfarenheterna hos dem som svarade. De lämpar sig inte för att jämföra enheter, eftersom klienternas situationer är olika.',
    tooFew: (responsesMin) =>
      `Vi visar ingen siffra som bygger på färre än ${responsesMin} svar, eller som en sådan kunde räknas ut av: ingen ska gå att känna igen. En siffra som saknas berättar därför inte om svaren var få eller inga.`,
    againstWill:
      'Här kan ingå situationer där åtgärden har varit mot klientens vilja. I områdets tabell T3 står de för sig.',
  },
  published: (day) => `Siffrorna publicerades ${day}.`,
  corrected: (day) => `Siffrorna rättades ${day}.`,
  forStaff: (least) => `För personalen: här kan finnas siffror som bygger på färre än ${least} svar.`,
  nothing: [
    'För den här perioden finns inga siffror som vi kan visa.',
    'Det är så när svaren är så få att någon kunde kännas igen, och även när det inte finns några svar. Sidan ser likadan ut i båda fallen.',
    'Varje svar är ändå med i siffrorna för ett större område, alltid när de kan visas.',
  ],
  missing: {
    title: 'Sidan finns inte',
    text: 'På den här adressen finns inget periodsammandrag. Kontrollera adressen, eller fråga efter sammandraget hos den service det gäller.',
  },
};
