import type { AccessibilityTexts } from './wording.ts';

export const plainFinnish: AccessibilityTexts = {
  title: 'Saavutettavuus\u00ADseloste',
  languages: 'Sivun kieli',
  sections: {
    about: {
      title: 'Mistä tämä sivu kertoo?',
      paragraphs: [
        'Saavutettavuus tarkoittaa, että kaikki voivat käyttää sivuja ja ymmärtää ne. Tämä sivu kertoo, miten hyvin se onnistuu.',
        'Tämä koskee kyselyn sivuja. Se koskee myös sivua, jossa voit pitää tauon tai lopettaa kyselyt. Se koskee tietosuojan sivua ja sivuja, jotka kertovat vastauksista.',
        'Saavutettavuudesta on laki. Lain nimi on laki digitaalisten palvelujen tarjoamisesta (306/2019).',
      ],
      points: [],
    },
    state: {
      title: 'Miten hyvin sivut toimivat?',
      paragraphs: [
        'Laissa on vaatimuksia sivuille (WCAG 2.1, tasot A ja AA). Emme tiedä yhtään kohtaa, joka on vaatimusten vastainen. Emme silti voi olla varmoja. Kukaan ulkopuolinen ei ole vielä tarkistanut sivuja.',
        'Voit käyttää sivuja pelkällä näppäimistöllä. Sivut toimivat myös ilman JavaScriptiä. Voit suurentaa tekstiä. Jos laitteessasi on tummat värit, myös sivut ovat tummat.',
      ],
      points: [],
    },
    shortcomings: {
      title: 'Mitä puutteita tiedämme?',
      paragraphs: [],
      points: [
        'Moni käyttää apuvälinettä, esimerkiksi ruudunlukijaa. Kukaan heistä ei ole vielä kokeillut sivuja.',
        'Sivuja ei ole saamen kielillä eikä viittomakielillä. Sivut, jotka kertovat vastauksista, eivät ole selkokielellä.',
        'Jos selaimessasi ei ole JavaScriptiä, sinun täytyy kirjoittaa tai kopioida pitkä koodi. Se voi olla vaikeaa.',
      ],
    },
    assessment: {
      title: 'Miten olemme tarkistaneet sivut?',
      paragraphs: [
        'Ohjelman tekijät ovat itse tarkistaneet sivut. Lisäksi tietokoneohjelma tarkistaa ne joka kerta, kun sivut muuttuvat. Ohjelman nimi on axe-core. Se tarkistaa kaikki kielet sekä vaaleat ja tummat värit (WCAG 2.0, 2.1 ja 2.2, tasot A ja AA).',
        'Kokeilemme myös, toimivatko sivut pelkällä näppäimistöllä, kapealla näytöllä (320 kuvapistettä) ja ilman JavaScriptiä.',
      ],
      points: [],
    },
    feedback: {
      title: 'Kerro, jos jokin ei toimi',
      paragraphs: [
        'Etkö voi käyttää jotain sivua? Etkö ymmärrä sitä? Kerro siitä meille. Voit myös pyytää, että saat tiedot jollain muulla tavalla. Vastaamme sinulle 14 päivän aikana.',
        'Sähköpostista näkyy, kuka sinä olet. Älä kirjoita siihen, mitä vastasit kyselyyn.',
      ],
      points: [],
    },
    authority: {
      title: 'Jos vastauksemme ei auta',
      paragraphs: [
        'Ehkä et ole tyytyväinen vastaukseemme. Ehkä et saa vastausta 14 päivän aikana. Silloin voit kertoa asiasta viranomaiselle, joka valvoo saavutettavuutta. Viranomaisen sivuilla kerrotaan, miten se tehdään ja mitä sen jälkeen tapahtuu.',
      ],
      points: [],
    },
  },
  responsible: (name) => `${name} vastaa näistä sivuista.`,
  assessed: (day) => `Olemme tarkistaneet sivut ja kirjoittaneet tämän tekstin ${day}.`,
  write: 'Kirjoita meille:',
  switchboard: 'Puhelinvaihde:',
  authority:
    'Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
  authorityAddress: 'https://www.saavutettavuusvaatimukset.fi',
};
