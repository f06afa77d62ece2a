import { finnishByAudience } from './finnish.ts';
import type { AudienceTexts } from './wording.ts';

export const plainFinnishByAudience: AudienceTexts = {
  // What is said to children is as plain as it can be already, but where a sentence has two parts.
  child: {
    ...finnishByAudience.child,
    opening: (who) =>
      `${who} kysyy sinulta muutaman asian. Kuuntelivatko aikuiset sinua? Saitko apua? Aikuinen voi auttaa sinua lukemaan.`,
    voluntary: 'Saat itse päättää, vastaatko vai et. Kukaan ei suutu. Nimesi ei näy vastauksissa.',
    notLive: 'Kukaan ei lue vastauksia juuri nyt. Tarvitsetko apua? Kerro aikuiselle, johon luotat.',
    emergency: 'Oletko vaarassa? Tai onko joku muu vaarassa? Soita 112.',
    helpline: 'Onko sinulla paha olla? Pelkäätkö? Soita 116 111. Siellä aikuinen kuuntelee sinua.',
    complaint:
      'Tämä kysely ei ole valitus. Onko sinua kohdeltu väärin? Sosiaaliasiavastaava auttaa. Aikuinen voi soittaa hänelle.',
  },
  'young-person': {
    title: 'Kerro, miten sinua kuunneltiin',
    opening: (who) =>
      `${who} kysyy, mitä sinä ajattelet. Kuunneltiinko sinua? Onko sinua autettu? Näin palvelut voivat parantua. Tämä kestää noin minuutin.`,
    voluntary: 'Vastaa vain, jos haluat. Palvelusi ei muutu, vastasit tai et. Nimesi ei näy vastauksissa.',
    helpline: 'Haluatko puhua jollekin? Soita Lasten ja nuorten puhelimeen 116 111.',
  },
  worker: {
    title: 'Kerro, miten yhteistyö sujui',
    opening: (who) =>
      `${who} kysyy, miten yhteistyö sujui ja oliko palvelu sopiva. Näin palvelut voivat parantua. Tämä kestää noin minuutin.`,
    voluntary:
      'Saat itse päättää, vastaatko vai et. Se ei vaikuta työhösi eikä asiakkaan palveluun. Nimesi ei näy vastauksissa. Vastauksista ei näy, kenen asiakkaan asioita ne koskevat.',
    complaint:
      'Tämä kysely ei ole lastensuojeluilmoitus. Tässä ei myöskään ilmoiteta epäkohdista. Tee nämä ilmoitukset niin kuin yleensä.',
    questionsTitle: 'Kysymykset',
    commentHint: 'Älä kirjoita nimiä. Älä kirjoita muutakaan, mistä joku voi arvata, kuka asiakas on.',
  },
};
