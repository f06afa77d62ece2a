import type { PrivacyTexts } from './wording.ts';

export const finnish: PrivacyTexts = {
  title: 'Tietosuoja: mitä vastauksillesi tapahtuu',
  languages: 'Sivun kieli',
  sections: {
    short: {
      title: 'Lyhyesti',
      paragraphs: [],
      points: [
        'Vastaaminen on vapaaehtoista. Se, vastaatko vai et, ei vaikuta palveluusi.',
        'Vastaat nimettömänä. Tallennetuista tiedoista kukaan ei näe, kuka on vastannut mitä.',
        'Kysymme harvoin. Voit pitää kyselyistä tauon tai lopettaa ne milloin tahansa.',
        'Kaikkea emme voi luvata. Kerromme tällä sivulla myös sen.',
      ],
    },
    asked: {
      title: 'Mitä kysymme ja miksi',
      paragraphs: [
        'Kysymme, kuunneltiinko sinua ja onko palvelusta ollut hyötyä. Joissakin lomakkeissa kysymme myös, miten voit tai suosittelisitko palvelua, ja joihinkin voi kirjoittaa kommentin. Voit jättää minkä tahansa kysymyksen väliin.',
        'Käytämme vastauksia palvelujen parantamiseen. Niitä ei käytetä, kun sinun asioistasi päätetään.',
        'Kysymme, kun palvelussasi on tapahtunut jotain: on esimerkiksi pidetty tapaaminen tai palvelu on päättynyt. Saamme siitä tiedon palvelun asiakastietojärjestelmästä. Samalla saamme sähköpostiosoitteesi, kielesi, ikäryhmäsi ja roolisi, esimerkiksi vanhempi.',
        'Tietokoneohjelma valitsee ihmisten laatimien sääntöjen mukaan, keneltä kysytään ja milloin. Muuta se ei päätä.',
      ],
      points: [],
    },
    person: {
      title: 'Mitä tallennamme sinusta',
      paragraphs: [
        'Emme tallenna nimeäsi, IP-osoitettasi emmekä tietoja laitteestasi. Sivumme eivät käytä evästeitä.',
      ],
      points: [
        [
          'Sähköpostiosoitteesi:',
          'kunnes kysely on lähtenyt. Sitten poistamme sen. Jos vika estää lähettämisen, osoite voi säilyä noin kuukauden pidempään.',
        ],
        [
          'Mitä tapahtui ja milloin, ja miksi sinulta kysyttiin tai ei kysytty:',
          '13–14 kuukautta. Nimesi tilalla on koodi, joka on tehty salaisella avaimella.',
        ],
        [
          'Mitä olet valinnut:',
          'jos olet lopettanut kyselyt, muistamme sen, kunnes itse muutat sitä. Muut valinnat säilyvät 13–14 kuukautta.',
        ],
        [
          'Osoite, joka ei toimi tai josta viestimme on ilmoitettu roskapostiksi:',
          'emme kirjoita siihen enää. Muistamme sen koodina, sähköpostipalvelu itse osoitteena.',
        ],
      ],
    },
    answers: {
      title: 'Mitä tallennamme vastauksistasi',
      paragraphs: [],
      points: [
        [
          'Vastauksesi',
          'suljetaan kuin kirje, eikä kukaan voi avata niitä ennen kuin vuosineljännes on päättynyt. Niiden kanssa tallennetaan vain kuukausi, ei päivää eikä kellonaikaa.',
        ],
        [
          'Kun vuosineljännes on päättynyt,',
          'ohjelma avaa kaikki vastaukset yhdellä kertaa, laskee ne ja hävittää avaimen. Jos vastauksia on alle kymmenen, ne odottavat: enintään vuoden, ja sitten ne poistetaan laskematta.',
        ],
        [
          'Lasketut määrät',
          'kertovat, kuinka moni valitsi minkäkin vaihtoehdon. Ryhmässä on aina vähintään viisi vastausta. Määrät säilytetään vuosia.',
        ],
        [
          'Kommentit',
          'säilytetään erillään kaikista muista vastauksista yhtä kauan kuin määrät. Ihminen tarkistaa ne, ennen kuin kukaan muu näkee ne.',
        ],
        [
          'Merkintä',
          'kertoo, että linkki on käytetty. Siinä ei ole nimeä. Se poistuu 1–3 kuukauden kuluttua siitä, kun linkki on lakannut toimimasta.',
        ],
      ],
    },
    device: {
      title: 'Mitä laitteellesi jää',
      paragraphs: [
        'Me emme tallenna laitteellesi mitään. Selaimesi voi kuitenkin muistaa, mitä olet valinnut lomakkeella, kunnes lähetät sen.',
      ],
      points: [
        [
          'Selaimesi historiaan',
          'jää osoite, jonka avasit, ja sen mukana linkkisi. Joku voi avata sen sieltä ja vastata puolestasi, jos et ole itse vastannut. Vastauksiasi siitä ei näe.',
        ],
        ['Viestimme', 'jää sähköpostiisi, kunnes poistat sen.'],
        [
          '”Poistu nopeasti”',
          'vie heti toiselle sivulle ja tyhjentää lomakkeen. Historiaa ja viestiä se ei poista: tee se itse, jos joku muu käyttää laitettasi. Ilman JavaScriptiä se ei tyhjennä lomaketta, ja siihen pääsee takaisin.',
        ],
      ],
    },
    seen: {
      title: 'Kuka näkee mitä',
      paragraphs: ['Tietojasi eivät saa muut kuin nämä:'],
      points: [
        ['Sinun kanssasi työskentelevät ihmiset', 'näkevät vain lukuja monesta ihmisestä yhdessä.'],
        ['Palveluja kehittävät ihmiset', 'näkevät samat luvut ja tarkistetut kommentit.'],
        [
          'Kyselyistä huolehtivat ihmiset',
          'näkevät, keneltä kysyttiin ja keneltä ei, ja miksi. He eivät näe, kuka vastasi tai mitä.',
        ],
        [
          'Tietokoneista huolehtivat ihmiset',
          'pääsevät kaikkeen, mitä on tallennettu. Siitä ei näe, kuka on vastannut mitä.',
        ],
        [
          'Amazon Web Services',
          'ylläpitää tietokoneita puolestamme ja välittää viestimme. Kaikki tallennetaan Euroopan unionin alueelle.',
        ],
      ],
    },
    promised: {
      title: 'Mitä lupaamme',
      paragraphs: [
        'Siitä, mitä on tallennettu, kukaan ei saa selville, kuka vastauksen on antanut. Ei edes se, jolla on kopio kaikista tauluista, lokeista ja varmuuskopioista ja joka tietää, keneltä on kysytty. Näin se tehdään:',
      ],
      points: [
        'Kun painat Lähetä, selaimesi näyttää ensin linkkisi ja saa leiman salaiselle numerolle, jota emme näe. Sitten se lähettää vastauksesi numeron kanssa, ilman linkkiä. Näin tiedämme, että joku, jolta on kysytty, on vastannut. Emme tiedä, kuka.',
        'Selaimesi sulkee vastauksesi, ennen kuin ne lähtevät siitä.',
        'Mikään vastausten kanssa tallennettu ei kerro päivää, kellonaikaa eikä järjestystä.',
        'Yhdellä linkillä voi vastata vain kerran, joten kukaan ei voi vastata monta kertaa ryhmän puolesta.',
        'Ohjelma on avoin: kuka tahansa saa lukea sen ja yrittää murtaa sen.',
      ],
    },
    notPromised: {
      title: 'Mitä emme voi luvata',
      paragraphs: [],
      points: [
        'Joku, jolla on oikeus muuttaa ohjelmaamme tai sen lukkoja tai joka kuuntelee järjestelmän sisällä juuri silloin, kun vastaat, voisi kiertää tämän kaiken.',
        'Puhelimeesi, tietokoneeseesi tai selaimeesi on voitu kajota. Joku voi katsoa olkasi yli tai painostaa sinua. Sinun ei ole koskaan pakko vastata.',
        'Joku, joka lukee postiasi, voi käyttää linkkisi. Jos hänellä on myös luettelo käytetyistä linkeistä, hän näkee, että linkkisi on käytetty. Hän ei näe, mitä on vastattu.',
        'Kommentista voi tunnistaa sinut. Jätä pois nimet ja se, minkä vain sinä voit tietää.',
        'Jos selaimessasi ei ole JavaScriptiä, palvelin näkee hetken koodisi ja vastauksesi yhdessä. Se ei tallenna niitä yhteen.',
        'Jos kaikki ryhmässä vastaavat samoin, sen luvuista näkee, mitä kukin on vastannut.',
        'Lukko, joka on tänään varma, voidaan joskus murtaa.',
      ],
    },
    rights: {
      title: 'Oikeutesi',
      paragraphs: [
        'Jokaisessa viestissämme on linkki ”Miksi sain tämän?”. Siitä näet, miksi sinulta kysyttiin, ja voit pitää tauon tai lopettaa kyselyt.',
        'Voit myös kysyä, mitä tietoja sinusta on tallennettu, ja pyytää korjaamaan tai poistamaan ne tai lopettamaan niiden käytön. Lapsilla ja nuorilla on samat oikeudet.',
        'Lähettämiäsi vastauksia emme voi näyttää, muuttaa emmekä poistaa: kukaan ei enää tiedä, mitkä niistä ovat sinun.',
      ],
      points: [],
    },
    responsible: {
      title: 'Kuka vastaa tiedoistasi',
      paragraphs: [
        'Saamme käsitellä tietojasi, koska palvelujen laadusta huolehtiminen on yleistä etua koskeva tehtävä (yleinen tietosuoja-asetus, 6 artiklan 1 kohdan e alakohta).',
      ],
      points: [],
    },
  },
  authority: 'Jos tietojasi on mielestäsi käsitelty väärin, voit valittaa tietosuojavaltuutetulle:',
  authorityAddress: 'https://tietosuoja.fi',
  contact: {
    named: (name) => `Näistä kyselyistä ja tiedoistasi vastaa ${name}. Se on tietojesi rekisterinpitäjä.`,
    contact: 'Kysy meiltä:',
    officer: 'Tietosuojavastaava:',
  },
};
