import type { AccessibilityTexts } from './wording.ts';

export const finnish: AccessibilityTexts = {
  title: 'Saavutettavuus\u00ADseloste',
  languages: 'Sivun kieli',
  sections: {
    about: {
      title: 'Mitä seloste koskee',
      paragraphs: [
        'Seloste koskee kyselyä ja sen ympärillä olevia sivuja: sivua, jolla voit pitää kyselyistä tauon tai lopettaa ne, tietosuojasivua ja sivuja, joilla kerrotaan, mitä vastauksista kuultiin.',
        'Saavutettavuus tarkoittaa, että mahdollisimman moni pystyy käyttämään sivuja ja ymmärtää ne. Siitä säädetään laissa digitaalisten palvelujen tarjoamisesta (306/2019).',
      ],
      points: [],
    },
    state: {
      title: 'Miten saavutettavia sivut ovat',
      paragraphs: [
        'Emme tiedä yhtään kohtaa, jossa sivut eivät täytä lain vaatimuksia (WCAG 2.1, tasot A ja AA). Emme silti väitä, että ne täyttyvät kaikilta osin: sivuja ei ole vielä arvioinut kukaan ulkopuolinen.',
        'Sivut toimivat pelkällä näppäimistöllä ja ilman JavaScriptiä. Niitä voi suurentaa niin, ettei tarvitse vierittää sivusuunnassa, ja ne noudattavat laitteesi tummia värejä.',
      ],
      points: [],
    },
    shortcomings: {
      title: 'Mitkä puutteet tiedämme',
      paragraphs: [],
      points: [
        'Kukaan, joka käyttää ruudunlukijaa tai muuta apuvälinettä, ei ole vielä kokeillut sivuja.',
        'Sivuja ei ole saamen kielillä eikä viittomakielillä. Sivut, joilla kerrotaan, mitä vastauksista kuultiin, eivät ole selkokielellä.',
        'Jos selaimessasi ei ole JavaScriptiä, kyselyyn pääsee kirjoittamalla tai liittämällä viestistä pitkän koodin. Se voi olla työlästä.',
      ],
    },
    assessment: {
      title: 'Miten sivut on arvioitu',
      paragraphs: [
        'Ohjelman tekijät ovat arvioineet sivut itse. Jokaisen version sivut tarkistaa selaimessa testiohjelma axe-core, kaikilla kielillä ja vaaleina ja tummina (WCAG 2.0, 2.1 ja 2.2, tasot A ja AA). Lisäksi kokeillaan pelkkä näppäimistö, 320 kuvapistettä leveä näyttö ja selain ilman JavaScriptiä.',
      ],
      points: [],
    },
    feedback: {
      title: 'Kerro, jos jokin ei toimi',
      paragraphs: [
        'Kerro meille, jos et voi käyttää jotakin sivua tai et saa siitä selvää. Voit myös pyytää sen tiedot muussa muodossa. Vastaamme 14 päivän kuluessa.',
        'Sähköpostista näkyy, kuka olet. Älä kirjoita siihen, mitä olet vastannut kyselyyn.',
      ],
      points: [],
    },
    authority: {
      title: 'Jos vastaus ei auta',
      paragraphs: [
        'Jos et ole tyytyväinen vastaukseen tai et saa sitä 14 päivän kuluessa, voit tehdä ilmoituksen viranomaiselle, joka valvoo saavutettavuutta. Sen sivuilla kerrotaan, miten ilmoitus tehdään ja miten se käsitellään.',
      ],
      points: [],
    },
  },
  responsible: (name) => `Näistä sivuista vastaa ${name}.`,
  assessed: (day) => `Sivut on viimeksi arvioitu ja tämä seloste laadittu ${day}.`,
  write: 'Kirjoita meille:',
  switchboard: 'Puhelinvaihde:',
  authority:
    'Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
  authorityAddress: 'https://www.saavutettavuusvaatimukset.fi',
};
