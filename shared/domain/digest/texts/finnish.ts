import type { DigestTexts } from './wording.ts';

export const finnish: DigestTexts = {
  digest: 'Kausikooste',
  languages: 'Sivun kieli',
  months: [
    ...['tammikuu', 'helmikuu', 'maaliskuu', 'huhtikuu', 'toukokuu', 'kesäkuu'],
    ...['heinäkuu', 'elokuu', 'syyskuu', 'lokakuu', 'marraskuu', 'joulukuu'],
  ],
  quarter: (first, last, year) => `${first.replace(/kuu$/, '')}–${last} ${year}`,
  shortMonth: (month, year) => `${month}/${year}`,
  shortQuarter: (quarter, year) => `${3 * quarter - 2}–${3 * quarter}/${year}`,
  thanks: 'Kiitos kaikille, jotka vastasivat.',
  asked:
    'Kysyimme kokemuksia lapsilta, nuorilta, vanhemmilta, läheisiltä ja työntekijöiltä, joita palvelu koski. Vastaaminen oli vapaaehtoista ja nimetöntä.',
  answersEach: (count) => `Kuhunkin kysymykseen saatiin ${count} vastausta.`,
  heard: 'Mitä kuulimme',
  wentWell: 'Erityisen hyvin toteutui (keskiarvo vähintään 4 asteikolla 1–5):',
  order: 'Kussakin ryhmässä ylimpänä on se, mikä toteutui parhaiten.',
  captions: {
    spread: 'Montako valitsi mitäkin',
    mean: 'Keskiarvo (vastauksia)',
    index: 'Suositteluindeksi (vastauksia)',
  },
  groups: {
    statements: 'Perheet ja läheiset',
    faces: 'Lapset',
    partners: 'Yhteistyökumppanit',
    wellbeing: 'Vointi',
    recommendation: 'Suosittelu',
  },
  mean: (value) => `Keskiarvo ${value}`,
  meanBetween: (from, to) => `Keskiarvo on välillä ${from}–${to}`,
  index: (value, interval) =>
    `Suositteluindeksi ${value}${interval === null ? '' : `, epävarmuusväli ${interval}`}`,
  answers: (count) => `${count}\u00a0vastausta`,
  spread: (steps) => `Näin vastaukset jakautuivat: ${steps}.`,
  earlier: 'Aiemmin:',
  actions: {
    title: 'Te sanoitte, me teimme',
    said: 'Te sanoitte:',
    did: 'Me teimme:',
    none: 'Tähän kirjataan, mitä palautteen pohjalta tehdään.',
  },
  reading: {
    title: 'Näin luet koostetta',
    marks:
      'Täysi piste on keskiarvo. Leveä palkki on väli, jolla keskiarvo on, kun sitä ei voi kertoa tarkemmin. Avoin piste tai palkki on aiemmalta kaudelta. Suluissa on vastausten määrä. Pystypylväät kertovat, kuinka moni valitsi mitäkin.',
    index:
      'Suositteluindeksi on vastausten 9–10 osuus, josta on vähennetty vastausten 0–6 osuus: −100…100. Jana sen ympärillä kertoo, kuinka paljon sattuma voi vaikuttaa.',
    each: 'Minkä tahansa kysymyksen sai jättää väliin, joten vastausten määrät vaihtelevat.',
    compare:
      'Luvut kertovat vastanneiden kokemuksista. Ne eivät sovi yksiköiden vertailuun, sillä asiakkaiden tilanteet ovat erilaisia.',
    tooFew: (responsesMin) =>
      `Emme näytä lukua, jonka takana on alle ${responsesMin} vastausta tai josta sellainen olisi laskettavissa: kukaan ei saa olla tunnistettavissa. Siksi puuttuva luku ei kerro, oliko vastauksia vähän vai ei yhtään.`,
    againstWill:
      'Mukana voi olla tilanteita, joissa toimenpide on ollut vastoin asiakkaan tahtoa. Alueen taulukossa T3 ne ovat erikseen.',
  },
  published: (day) => `Luvut on julkaistu ${day}.`,
  corrected: (day) => `Luvut on korjattu ${day}.`,
  forStaff: (least) =>
    `Henkilöstön käyttöön: mukana voi olla lukuja, joiden takana on alle ${least} vastausta.`,
  nothing: [
    'Tältä kaudelta ei ole lukuja, jotka voisimme näyttää.',
    'Näin käy, kun vastauksia on niin vähän, että joku voisi olla niistä tunnistettavissa, ja myös silloin, kun vastauksia ei ole. Sivu näyttää samalta kummassakin tapauksessa.',
    'Jokainen vastaus on silti mukana suuremman alueen luvuissa aina, kun ne voidaan näyttää.',
  ],
  missing: {
    title: 'Sivua ei ole',
    text: 'Tässä osoitteessa ei ole kausikoostetta. Tarkista osoite, tai kysy koostetta palvelusta, jota se koskee.',
  },
};
