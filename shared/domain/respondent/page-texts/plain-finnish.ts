import type { PageTexts } from './wording.ts';

export const plainFinnish: PageTexts = {
  languages: 'Sivun kieli',
  title: 'Kerro, miten sinua kuunneltiin',
  opening: (who) =>
    `${who} kysyy, millaista apua sait. Näin palvelut voivat parantua. Tämä kestää noin minuutin.`,
  voluntary: 'Saat itse päättää, vastaatko vai et. Palvelusi ei muutu. Nimesi ei näy vastauksissa.',
  notLive: 'Kukaan ei lue vastauksia juuri nyt.',
  emergency: 'Oletko vaarassa? Tai onko joku muu vaarassa? Soita 112.',
  helpline: 'Lapsi ja nuori voi soittaa myös numeroon 116 111.',
  complaint:
    'Tämä kysely ei ole muistutus eikä valitus. Jos haluat tehdä sellaisen, sosiaaliasiavastaava neuvoo sinua. Hän työskentelee hyvinvointialueella.',
  codeLabel: 'Koodi, jonka sait viestissä',
  codeHint:
    'Koodi on viestin lopussa. Se näyttää tältä: ABCD-1234-… Kirjoita koodi tähän. Voit myös kopioida sen.',
  proceed: 'Jatka kysymyksiin',
  mistyped:
    'Koodi on väärä. Ehkä siinä on kirjoitusvirhe. Ehkä siitä puuttuu osa. Katso koodi viestistä uudelleen. Jos se ei auta, pyydä apua. Sivun lopussa kerrotaan, keneltä.',
  expired:
    'Vastausaika on loppunut. Et voi enää vastata. Kiitos, että halusit vastata. Jos haluat kysyä jotain, sivun lopussa kerrotaan, keneltä.',
  used: 'Joku on jo käyttänyt tämän linkin tai koodin. Ehkä vastasit jo itse. Silloin sinun ei tarvitse tehdä mitään. Jos et vastannut itse, kerro siitä. Sivun lopussa kerrotaan, kenelle.',
  nothingAnswered: 'Et ole vielä vastannut. Valitse ainakin yksi vastaus. Lähetä sitten.',
  unavailable:
    'Vastauksesi eivät lähteneet. Ne ovat vielä tällä sivulla. Odota hetki. Paina sitten uudelleen Lähetä.',
  offline:
    'Laitteellasi ei ole nyt yhteyttä internetiin. Vastauksesi ovat vielä tällä sivulla. Pidä sivu auki. Vastaukset lähtevät, kun yhteys toimii taas. Voit myös itse painaa Lähetä.',
  tooLong: 'Kirjoitit liian pitkän tekstin. Poista siitä vähän. Lähetä sitten uudelleen.',
  sending: 'Lähetetään…',
  tampered:
    'Vastauksesi eivät lähteneet. Pysäytimme ne, koska jokin ei ollut turvallista: palvelimella oli väärä avain. Kerro tästä sille, joka lähetti sinulle viestin.',
  outdated: 'Sivu on ollut auki liian kauan. Avaa linkki uudelleen viestistä.',
  refused:
    'Linkki ei toimi. Ehkä se on muuttunut matkalla. Avaa linkki uudelleen viestistä. Voit myös kirjoittaa tähän koodin viestistä. Jos se ei auta, pyydä apua. Sivun lopussa kerrotaan, keneltä.',
  truncated:
    'Linkistä puuttuu osa. Avaa linkki uudelleen viestistä. Voit myös kirjoittaa tähän koodin viestistä.',
  listen: 'Kuuntele',
  scriptWay:
    'Vastauksesi suljetaan kuin kirje. Kukaan ei voi lukea niitä vielä. Ne avataan ja lasketaan yhdessä muiden vastausten kanssa, kun vuosineljännes eli kolmen kuukauden jakso on päättynyt.',
  commentLabel: 'Haluatko kertoa jotain omilla sanoilla?',
  commentHint:
    'Älä kirjoita nimiä. Älä kirjoita muutakaan, mistä joku voi arvata, kuka sinä olet tai kuka joku muu on.',
  questionsTitle: 'Kysymykset',
  skip: 'Sinun ei tarvitse vastata kaikkiin kysymyksiin.',
  noOpinion: 'En tiedä, tai asia ei koske minua',
  formWay:
    'Kun lähetät tämän lomakkeen, palvelin näkee hetken koodisi ja vastauksesi yhtä aikaa. Se ei tallenna niitä yhdessä.',
  send: 'Lähetä vastaukset',
  thanksTitle: 'Kiitos vastauksistasi',
  thanks: 'Vastauksesi ovat perillä. Niissä ei ole nimeäsi. Voit nyt sulkea sivun.',
  scales: {
    agreement: {
      lowest: 'täysin eri mieltä',
      highest: 'täysin samaa mieltä',
      steps: [
        'Täysin eri mieltä',
        'Melko eri mieltä',
        'En eri enkä samaa mieltä',
        'Melko samaa mieltä',
        'Täysin samaa mieltä',
      ],
    },
    faces: {
      lowest: 'ei kovin',
      highest: 'tosi paljon',
      steps: ['Ei kovin', 'Vähän', 'Jonkin verran', 'Paljon', 'Tosi paljon'],
    },
    wellbeing: { lowest: 'todella huonosti', highest: 'todella hyvin', steps: [] },
    recommendation: { lowest: 'en suosittelisi', highest: 'suosittelisin varmasti', steps: [] },
  },
};
