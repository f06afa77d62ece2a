import type { PageTexts } from './wording.ts';

export const finnish: PageTexts = {
  languages: 'Sivun kieli',
  title: 'Kerro, miten sinua kuultiin',
  opening: (who) =>
    `${who} kysyy kokemuksestasi, jotta palveluja voidaan parantaa. Vastaaminen vie noin minuutin.`,
  voluntary: 'Vastaaminen on vapaaehtoista, eikä se vaikuta palveluusi. Vastauksesi on nimetön.',
  notLive: 'Kukaan ei seuraa vastauksia juuri nyt.',
  emergency: 'Jos sinä tai joku muu ei ole turvassa, soita 112.',
  helpline: 'Lapsi tai nuori voi soittaa myös numeroon 116 111.',
  complaint: 'Tämä ei ole muistutus eikä valitus. Niissä auttaa hyvinvointialueesi sosiaaliasiavastaava.',
  codeLabel: 'Viestissä oleva koodi',
  codeHint: 'Koodi on viestin lopussa, esimerkiksi ABCD-1234-… Voit kirjoittaa tai liittää sen.',
  proceed: 'Jatka kysymyksiin',
  mistyped:
    'Koodi ei kelpaa. Siinä voi olla kirjoitusvirhe, tai siitä voi puuttua osa: vertaa sitä viestiin. Jos se ei auta, kysy: yhteystiedot ovat sivun lopussa.',
  expired:
    'Tähän pyyntöön ei voi enää vastata, koska vastausaika on päättynyt. Kiitos, että halusit vastata. Jos sinulla on kysyttävää, yhteystiedot ovat sivun lopussa.',
  used: 'Linkki tai koodi on jo käytetty, ehkä toisessa välilehdessä tai toisella laitteella. Jos käytit sitä itse, sinun ei tarvitse tehdä mitään. Jos et, kerro siitä: yhteystiedot ovat sivun lopussa.',
  nothingAnswered: 'Valitse vähintään yksi vastaus ennen lähettämistä.',
  unavailable:
    'Vastausta ei voitu tallentaa juuri nyt. Vastauksesi ovat yhä tällä sivulla: paina hetken päästä uudelleen Lähetä.',
  offline:
    'Verkkoyhteys puuttuu. Vastauksesi ovat yhä tällä sivulla. Pidä sivu auki: vastaukset lähtevät itsestään, kun yhteys palaa. Voit myös painaa itse Lähetä.',
  tooLong: 'Kommentti on liian pitkä. Lyhennä sitä hieman ja lähetä uudelleen.',
  sending: 'Lähetetään…',
  tampered:
    'Vastaustasi ei lähetetty, jotta se pysyy suojassa: palvelimen avain ei ollut se, joka tällä sivulla pitää olla. Kerro tästä viestin lähettäjälle.',
  outdated: 'Sivu on ollut auki niin kauan, että se on vanhentunut. Avaa viestin linkki uudelleen.',
  refused:
    'Linkki ei kelpaa: se on voinut muuttua matkalla. Avaa viestin linkki uudelleen tai kirjoita viestissä oleva koodi. Jos se ei auta, kysy: yhteystiedot ovat sivun lopussa.',
  truncated:
    'Linkki ei ole kokonainen: sen loppu on voinut jäädä pois. Avaa viestin linkki uudelleen tai kirjoita viestissä oleva koodi.',
  listen: 'Kuuntele',
  scriptWay:
    'Selaimesi sulkee vastauksesi niin, ettei niitä voi avata ennen kuin vuosineljännes on päättynyt ja kaikki vastaukset lasketaan yhdessä.',
  commentLabel: 'Haluatko sanoa jotain omin sanoin?',
  commentHint: 'Älä kirjoita nimiä tai muuta, mistä sinut tai joku muu voidaan tunnistaa.',
  questionsTitle: 'Kokemuksesi',
  skip: 'Voit jättää minkä tahansa kysymyksen väliin.',
  noOpinion: 'En osaa sanoa tai ei koske minua',
  formWay:
    'Tällä lomakkeella palvelin käsittelee koodisi ja vastauksesi hetken samanaikaisesti. Se ei tallenna niitä yhteen.',
  send: 'Lähetä vastaukset',
  thanksTitle: 'Kiitos vastauksistasi',
  thanks: 'Vastauksesi on otettu talteen nimettömänä. Voit sulkea sivun.',
  scales: {
    agreement: {
      lowest: 'täysin eri mieltä',
      highest: 'täysin samaa mieltä',
      steps: [
        'Täysin eri mieltä',
        'Jokseenkin eri mieltä',
        'Ei samaa eikä eri mieltä',
        'Jokseenkin samaa mieltä',
        'Täysin samaa mieltä',
      ],
    },
    faces: {
      lowest: 'ei kovin',
      highest: 'tosi paljon',
      steps: ['Ei kovin', 'Vähän', 'Jonkin verran', 'Paljon', 'Tosi paljon'],
    },
    wellbeing: { lowest: 'erittäin huono', highest: 'erittäin hyvä', steps: [] },
    recommendation: { lowest: 'en lainkaan', highest: 'erittäin todennäköisesti', steps: [] },
  },
};
