import type { MailTexts, MailWording } from './wording.ts';

const adult: MailTexts = {
  subject: 'Kuunneltiinko sinua? Lyhyt kysely',
  greeting: 'Hei!',
  why: 'Haluamme tietää, kuunneltiinko sinua ja saitko apua. Vastaaminen kestää noin minuutin.',
  fellBack: 'Meillä ei ole kyselyä sinun kielelläsi. Siksi kysely on selkosuomeksi.',
  link: 'Vastaa tästä:',
  until: (lastDay) => `Viimeinen vastauspäivä on ${lastDay}. Lähetämme tämän viestin vain kerran.`,
  voluntary: 'Saat itse päättää, vastaatko vai et. Palvelusi ei muutu. Nimesi ei näy vastauksissa.',
  who: (sender) => `Tämän kyselyn lähettää ${sender}.`,
  questions: 'Haluatko kysyä jotain kyselystä? Kirjoita tähän osoitteeseen. Sähköpostista näkyy, kuka kysyy:',
  preferences: 'Miksi sain tämän viestin? Täällä voit myös pitää tauon, lopettaa kyselyt tai vaihtaa kielen:',
  code: 'Jos sivu kysyy koodia, kirjoita tämä:',
};

export const plainFinnish: MailWording = {
  adult,
  'young-person': {
    ...adult,
    subject: 'Kuunneltiinko sinua? Muutama kysymys',
    why: 'Haluamme tietää, kuunneltiinko sinua ja onko sinua autettu. Vastaaminen kestää noin minuutin.',
    voluntary: 'Vastaa vain, jos haluat. Palvelusi ei muutu, vastasit tai et. Nimesi ei näy vastauksissa.',
  },
  child: {
    ...adult,
    subject: 'Miten sinua kuunneltiin?',
    why: 'Haluamme tietää, kuuntelivatko aikuiset sinua. Kysymyksiä on vain vähän. Vastaaminen kestää noin minuutin.',
    voluntary: 'Saat itse päättää, vastaatko vai et. Kumpikin on hyvä. Nimesi ei näy vastauksissa.',
    help: 'Aikuinen voi auttaa sinua lukemaan.',
    who: (sender) => `Kysymykset lähettää ${sender}.`,
    questions:
      'Haluatko kysyä jotain? Sinä tai aikuinen voi kirjoittaa tähän. Sähköpostista näkyy, kuka kysyy:',
  },
  worker: {
    ...adult,
    subject: 'Miten yhteistyö sujui?',
    why: 'Haluamme tietää, miten yhteistyö sujui ja oliko palvelu sopiva. Vastaaminen kestää noin minuutin.',
    voluntary:
      'Saat itse päättää, vastaatko vai et. Nimesi ei näy vastauksissa. Vastauksista ei näy, kenen asiakkaan asioita ne koskevat.',
  },
};
