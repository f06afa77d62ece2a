import type { MailTexts, MailWording } from './wording.ts';

const adult: MailTexts = {
  subject: 'Miten sinua kuultiin? Lyhyt kysely',
  greeting: 'Hei!',
  why: 'Haluaisimme tietää, miten sinua on kuultu ja onko palvelusta ollut hyötyä. Vastaaminen vie noin minuutin.',
  fellBack: 'Meillä ei ole lomaketta kielelläsi, joten se tulee suomeksi.',
  link: 'Vastaa tästä:',
  until: (lastDay) =>
    `Voit vastata ${lastDay} asti. Lähetämme tämän pyynnön vain kerran, emmekä muistuta siitä.`,
  voluntary: 'Vastaaminen on vapaaehtoista, eikä se vaikuta palveluusi. Vastauksesi on nimetön.',
  who: (sender) => `Kyselyn lähettää ${sender}.`,
  questions: 'Voit kysyä kyselystä tästä osoitteesta. Sähköposti ei ole nimetön:',
  preferences: 'Miksi sain tämän? Pidä tauko, lopeta kyselyt tai vaihda kieli:',
  code: 'Jos sivu kysyy koodia, se on:',
};

const youngPerson: MailTexts = {
  ...adult,
  subject: 'Kuunneltiinko sinua? Muutama kysymys',
  why: 'Haluaisimme tietää, kuunneltiinko sinua ja onko palvelusta ollut sinulle apua. Vastaaminen vie noin minuutin.',
  voluntary: 'Vastaa vain, jos haluat. Vastauksesi on nimetön, eikä palvelusi muutu, vastasit tai et.',
};

export const finnish: MailWording = {
  adult,
  'young-person': youngPerson,
  child: {
    ...adult,
    subject: 'Miten sinua kuunneltiin?',
    why: 'Haluaisimme tietää, kuuntelivatko aikuiset sinua. Kysymyksiä on vain muutama. Vastaaminen kestää noin minuutin.',
    until: (lastDay) => `Voit vastata ${lastDay} asti. Lähetämme tämän viestin vain kerran.`,
    voluntary: 'Saat itse päättää, vastaatko vai et. Kumpikin on yhtä hyvä. Nimesi ei näy vastauksissa.',
    help: 'Voit pyytää aikuista auttamaan lukemisessa.',
    who: (sender) => `Kysymykset lähettää ${sender}.`,
    questions: 'Sinä tai aikuinen voitte kysyä lisää tästä osoitteesta. Sähköpostista näkyy, kuka kysyy:',
  },
  worker: {
    ...adult,
    subject: 'Miten yhteistyö sujui? Lyhyt kysely',
    why: 'Haluaisimme tietää, miten yhteistyö sujui ja vastasiko palvelu tarpeeseen. Vastaaminen vie noin minuutin.',
    voluntary:
      'Vastaaminen on vapaaehtoista. Vastauksesi on nimetön, eikä sitä yhdistetä yksittäiseen asiakkaaseen.',
  },
};
