import type { PrivacyTexts } from './wording.ts';

export const plainFinnish: PrivacyTexts = {
  title: 'Tietosuoja: mitä vastauksillesi tapahtuu?',
  languages: 'Sivun kieli',
  sections: {
    short: {
      title: 'Tärkeimmät asiat',
      paragraphs: [],
      points: [
        'Saat itse päättää, vastaatko kyselyyn. Palvelusi ei muutu, jos vastaat. Se ei muutu, jos et vastaa.',
        'Nimesi ei näy vastauksissa. Tallennetuista tiedoista ei näe, mitä juuri sinä vastasit.',
        'Saat kyselyitä harvoin. Voit pitää kyselyistä tauon. Voit myös lopettaa ne kokonaan.',
        'Emme voi luvata kaikkea. Kerromme senkin tällä sivulla.',
      ],
    },
    asked: {
      title: 'Mitä kysymme ja miksi?',
      paragraphs: [
        'Kysymme, kuunneltiinko sinua ja auttoiko palvelu sinua. Joskus kysymme, miten voit. Joskus kysymme, suosittelisitko palvelua. Joskus voit kirjoittaa myös omilla sanoilla. Sinun ei tarvitse vastata kaikkiin kysymyksiin.',
        'Vastausten avulla voimme parantaa palveluja. Vastauksia ei käytetä, kun sinun asioistasi päätetään.',
        'Saat kyselyn, kun palvelussasi on tapahtunut jotain. Esimerkiksi sinulla on ollut tapaaminen, tai palvelu on päättynyt. Saamme siitä tiedon toisesta tietokoneohjelmasta. Sen nimi on asiakastietojärjestelmä. Saamme siitä myös sähköpostiosoitteesi, kielesi, ikäryhmäsi ja roolisi. Rooli tarkoittaa esimerkiksi, että olet vanhempi.',
        'Tietokoneohjelma valitsee, kuka saa kyselyn ja milloin. Ihmiset ovat tehneet säännöt sitä varten. Ohjelma ei päätä mistään muusta.',
      ],
      points: [],
    },
    person: {
      title: 'Mitä tietoja tallennamme sinusta?',
      paragraphs: [
        'Emme tallenna nimeäsi. Emme tallenna tietoja laitteestasi emmekä sen IP-osoitetta. Sivuillamme ei ole evästeitä.',
      ],
      points: [
        [
          'Sähköpostiosoitteesi:',
          'Poistamme sen, kun kysely on lähtenyt. Jos lähettäminen ei onnistu, osoite voi säilyä noin kuukauden pidempään.',
        ],
        [
          'Mitä tapahtui ja milloin, ja miksi sait tai et saanut kyselyä:',
          'Säilytämme nämä tiedot 13–14 kuukautta. Nimesi tilalla on koodi. Se on tehty salaisella avaimella.',
        ],
        [
          'Mitä olet valinnut:',
          'Jos olet lopettanut kyselyt, muistamme sen. Muistamme sen niin kauan, kunnes itse muutat sitä. Muut valinnat säilyvät 13–14 kuukautta.',
        ],
        [
          'Osoite, joka ei toimi, tai osoite, josta viestimme on ilmoitettu roskapostiksi:',
          'Emme lähetä siihen enää viestejä. Me muistamme osoitteen koodina. Sähköpostipalvelu muistaa sen osoitteena.',
        ],
      ],
    },
    answers: {
      title: 'Mitä tallennamme vastauksistasi?',
      paragraphs: [],
      points: [
        [
          'Vastauksesi:',
          'Ne suljetaan kuin kirje. Ne voi avata vasta, kun vuosineljännes eli kolmen kuukauden jakso on päättynyt. Niiden mukana on kuukausi, ei päivää eikä kellonaikaa.',
        ],
        [
          'Kun vuosineljännes on päättynyt:',
          'Ohjelma avaa kaikki vastaukset yhdellä kertaa ja laskee ne. Sitten se hävittää avaimen. Jos vastauksia on alle kymmenen, ne odottavat enintään vuoden. Sitten ne poistetaan, eikä niitä lasketa.',
        ],
        [
          'Luvut:',
          'Luvut kertovat, kuinka moni valitsi saman vastauksen. Ryhmässä on aina vähintään viisi vastausta. Lukuja säilytetään vuosia.',
        ],
        [
          'Omat sanasi:',
          'Tekstit ovat erillään muista vastauksista. Ne säilyvät yhtä kauan kuin luvut. Ihminen tarkistaa tekstit, ennen kuin kukaan muu näkee ne.',
        ],
        [
          'Merkki käytetystä linkistä:',
          'Siitä näkyy, että linkki on käytetty. Siinä ei ole nimeä. Se poistetaan 1–3 kuukauden kuluttua siitä, kun linkki lakkaa toimimasta.',
        ],
      ],
    },
    device: {
      title: 'Mitä laitteellesi jää?',
      paragraphs: [
        'Me emme tallenna laitteellesi mitään. Selain voi kuitenkin muistaa vastauksesi niin kauan, kunnes lähetät ne.',
      ],
      points: [
        [
          'Selaimen historia:',
          'Historiaan jää osoite, jonka avasit. Linkkisi on siinä mukana. Joku muu voi avata sen ja vastata sinun tilallasi, jos et ole itse vastannut. Vastauksiasi hän ei näe.',
        ],
        ['Viestimme:', 'Viesti jää sähköpostiisi niin kauan, kunnes poistat sen.'],
        [
          '”Poistu nopeasti”:',
          'Tämä vie sinut heti toiselle sivulle. Se myös tyhjentää lomakkeen. Se ei poista viestiä eikä selaimen historiaa. Poista ne itse, jos joku muu käyttää laitettasi. Jos selaimessasi ei ole JavaScriptiä, lomake ei tyhjene. Silloin joku voi palata lomakkeelle.',
        ],
      ],
    },
    seen: {
      title: 'Kuka näkee mitä?',
      paragraphs: ['Kukaan muu kuin nämä ihmiset ja tämä yritys ei saa tietojasi:'],
      points: [
        [
          'Ihmiset, jotka työskentelevät kanssasi:',
          'He näkevät vain lukuja. Luvuissa on aina monta ihmistä yhdessä.',
        ],
        [
          'Ihmiset, jotka kehittävät palveluja:',
          'He näkevät samat luvut. He näkevät myös tarkistetut tekstit.',
        ],
        [
          'Ihmiset, jotka huolehtivat kyselyistä:',
          'He näkevät, kuka sai kyselyn ja kuka ei saanut, ja miksi. He eivät näe, kuka vastasi tai mitä.',
        ],
        [
          'Ihmiset, jotka huolehtivat tietokoneista:',
          'He näkevät kaiken, mitä on tallennettu. Siitä ei näe, kuka vastasi mitä.',
        ],
        [
          'Amazon Web Services:',
          'Tämä yritys ylläpitää tietokoneita ja välittää viestejä meidän puolestamme. Kaikki tiedot tallennetaan Euroopan unionin alueelle.',
        ],
      ],
    },
    promised: {
      title: 'Mitä lupaamme?',
      paragraphs: [
        'Kukaan ei saa tallennetuista tiedoista selville, mitä juuri sinä vastasit. Hän ei saa sitä selville, vaikka hänellä on kopio kaikista tiedoista. Hän ei saa sitä selville, vaikka hän tietää, kuka sai kyselyn. Näin se toimii:',
      ],
      points: [
        'Kun painat Lähetä, selaimesi näyttää ensin linkkisi. Silloin se saa leiman salaiseen numeroon. Me emme näe numeroa. Sitten selaimesi lähettää vastauksesi ja numeron ilman linkkiä. Näin tiedämme, että vastaaja on saanut kyselyn. Emme tiedä, kuka hän on.',
        'Selaimesi sulkee vastauksesi, ennen kuin ne lähtevät laitteeltasi.',
        'Vastauksista ei näy, minä päivänä, mihin aikaan tai missä järjestyksessä ne tulivat.',
        'Yhdellä linkillä voi vastata vain kerran. Kukaan ei siis voi vastata monta kertaa muiden puolesta.',
        'Ohjelma on avoin. Kuka tahansa saa lukea sen ja etsiä siitä vikoja.',
      ],
    },
    notPromised: {
      title: 'Mitä emme voi luvata?',
      paragraphs: [],
      points: [
        'Joku voi muuttaa ohjelmaamme tai sen lukkoja, jos hänellä on siihen lupa. Joku voi kuunnella järjestelmän sisällä, kun vastaat. Hän voisi ohittaa kaiken tämän.',
        'Joku on voinut muuttaa laitettasi tai selaintasi. Joku voi katsoa tai painostaa sinua, kun vastaat. Sinun ei ole pakko vastata.',
        'Joku voi lukea postiasi ja käyttää linkkisi. Jos hänellä on myös luettelo käytetyistä linkeistä, hän näkee, että linkkisi on käytetty. Hän ei näe, mitä on vastattu.',
        'Joku voi tunnistaa sinut siitä, mitä kirjoitat. Älä kirjoita nimiä. Älä kirjoita sellaista, minkä vain sinä tiedät.',
        'Jos selaimessasi ei ole JavaScriptiä, palvelin näkee hetken koodisi ja vastauksesi yhtä aikaa. Se ei tallenna niitä yhdessä.',
        'Jos kaikki ryhmässä vastaavat samalla tavalla, luvuista näkee, mitä jokainen vastasi.',
        'Lukko on tänään varma. Joskus tulevaisuudessa joku voi osata murtaa sen.',
      ],
    },
    rights: {
      title: 'Sinun oikeutesi',
      paragraphs: [
        'Jokaisessa viestissämme on linkki ”Miksi sain tämän viestin?”. Siitä näet, miksi sait kyselyn. Siellä voit myös pitää tauon tai lopettaa kyselyt.',
        'Voit kysyä, mitä tietoja meillä on sinusta. Voit pyytää, että korjaamme tai poistamme tiedot. Voit pyytää, että lopetamme niiden käytön. Lapsilla ja nuorilla on samat oikeudet.',
        'Emme voi näyttää, muuttaa tai poistaa vastauksia, jotka olet lähettänyt. Kukaan ei enää tiedä, mitkä vastaukset ovat sinun.',
      ],
      points: [],
    },
    responsible: {
      title: 'Kuka vastaa tiedoistasi?',
      paragraphs: [
        'Laki antaa meille luvan käsitellä tietojasi. Palvelujen laadusta huolehtiminen on tehtävä, joka on kaikille tärkeä. Lain nimi on yleinen tietosuoja-asetus. Kohta on 6 artiklan 1 kohdan e alakohta.',
      ],
      points: [],
    },
  },
  authority: 'Onko tietojasi käsitelty väärin? Voit valittaa siitä tietosuojavaltuutetulle:',
  authorityAddress: 'https://tietosuoja.fi',
  contact: {
    named: (name) => `${name} vastaa näistä kyselyistä ja tiedoistasi. Se on tietojesi rekisterinpitäjä.`,
    contact: 'Kysy meiltä:',
    officer: 'Tietosuojavastaava:',
  },
};
