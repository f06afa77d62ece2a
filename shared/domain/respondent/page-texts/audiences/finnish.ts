import type { AudienceTexts } from './wording.ts';

export const finnishByAudience: AudienceTexts = {
  child: {
    title: 'Kerro, miten aikuiset kuuntelivat sinua',
    opening: (who) =>
      `${who} kysyy, miten aikuiset kuuntelivat sinua ja auttoivat sinua. Kysymyksiä on vain muutama. Voit pyytää aikuista auttamaan lukemisessa.`,
    voluntary: 'Saat itse päättää, vastaatko vai et. Kukaan ei suutu sinulle. Nimesi ei näy vastauksissa.',
    notLive: 'Kukaan ei lue vastauksia juuri nyt. Jos tarvitset apua, kerro aikuiselle, johon luotat.',
    emergency: 'Jos sinulla tai jollakin muulla on hätä, soita 112.',
    helpline: 'Jos sinulla on paha olla tai sinua pelottaa, soita 116 111. Siellä aikuinen kuuntelee sinua.',
    complaint:
      'Tämä kysely ei ole valitus. Jos sinua on kohdeltu väärin, sosiaaliasiavastaava auttaa. Aikuinen voi soittaa hänelle puolestasi.',
    codeLabel: 'Koodi, jonka sait viestissä',
    codeHint: 'Koodi on viestin lopussa. Se näyttää tältä: ABCD-1234-… Aikuinen voi auttaa sinua.',
    mistyped:
      'Koodi ei toimi. Ehkä siinä on kirjoitusvirhe. Katso koodi viestistä uudelleen tai pyydä aikuista auttamaan. Sivun lopussa on osoite, josta voi kysyä.',
    expired:
      'Aika on loppunut, eikä tähän voi enää vastata. Se ei haittaa. Kiitos, että halusit vastata. Sivun lopussa on osoite, josta voi kysyä.',
    used: 'Joku on jo vastannut tällä linkillä tai koodilla. Jos vastasit itse, kaikki on hyvin. Jos et vastannut, kerro siitä aikuiselle. Sivun lopussa on osoite, josta voi kysyä.',
    nothingAnswered: 'Valitse ainakin yksi vastaus. Lähetä sitten.',
    unavailable:
      'Vastauksesi eivät lähteneet vielä. Ne ovat tallella tällä sivulla. Odota hetki ja paina sitten uudelleen Lähetä.',
    offline:
      'Netti ei toimi juuri nyt. Vastauksesi ovat tallella tällä sivulla. Pidä sivu auki. Vastaukset lähtevät itsestään, kun netti toimii taas. Voit myös itse painaa Lähetä.',
    tampered:
      'Vastauksiasi ei lähetetty, koska jokin ei ollut turvallista. Sinä et tehnyt mitään väärin. Pyydä aikuista kertomaan tästä viestin lähettäjälle.',
    refused:
      'Linkki ei toimi. Avaa linkki uudelleen viestistä. Voit myös kirjoittaa tähän koodin viestistä. Aikuinen voi auttaa sinua. Sivun lopussa on osoite, josta voi kysyä.',
    truncated:
      'Linkistä puuttuu osa. Avaa linkki uudelleen viestistä. Voit myös kirjoittaa tähän koodin viestistä. Aikuinen voi auttaa sinua.',
    scriptWay:
      'Vastauksesi suljetaan kuin kirje. Kukaan ei voi lukea niitä vielä. Kaikkien vastaukset avataan myöhemmin ja lasketaan yhdessä.',
    formWay:
      'Kun lähetät vastauksesi, tietokone näkee hetken koodisi ja vastauksesi. Se ei tallenna niitä yhdessä.',
    questionsTitle: 'Kysymykset sinulle',
    skip: 'Sinun ei tarvitse vastata kaikkiin kysymyksiin.',
    noOpinion: 'En tiedä',
    commentHint: 'Älä kirjoita tähän kenenkään nimeä tai osoitetta.',
    thanksTitle: 'Kiitos!',
    thanks: 'Vastauksesi ovat perillä. Niissä ei ole nimeäsi. Voit sulkea sivun.',
  },
  'young-person': {
    title: 'Kerro, miten sinua kuunneltiin',
    opening: (who) =>
      `${who} kysyy, miten sinua on mielestäsi kuunneltu ja autettu, jotta palveluja voidaan parantaa. Vastaaminen vie noin minuutin.`,
    voluntary: 'Vastaa vain, jos haluat. Vastauksesi on nimetön, eikä palvelusi muutu, vastasit tai et.',
    helpline: 'Jos haluat puhua jollekulle, voit soittaa Lasten ja nuorten puhelimeen 116 111.',
  },
  worker: {
    title: 'Kerro, miten yhteistyö sujui',
    opening: (who) =>
      `${who} kysyy, miten yhteistyö sujui ja vastasiko palvelu tarpeeseen, jotta palveluja voidaan parantaa. Vastaaminen vie noin minuutin.`,
    voluntary:
      'Vastaaminen on vapaaehtoista, eikä se vaikuta palvelussuhteeseesi tai asiakkaan palveluun. Vastauksesi on nimetön, eikä sitä yhdistetä yksittäiseen asiakkaaseen.',
    complaint:
      'Tämä ei ole ilmoitus epäkohdasta eikä lastensuojeluilmoitus: tee sellainen tavalliseen tapaan.',
    questionsTitle: 'Yhteistyö ja palvelu',
    commentHint: 'Älä kirjoita nimiä tai muuta, mistä asiakas, sinut tai joku muu voidaan tunnistaa.',
  },
};
