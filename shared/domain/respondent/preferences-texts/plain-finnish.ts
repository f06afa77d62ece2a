import { isYear } from '../../calendar/duration.ts';
import type { PreferencesTexts } from './wording.ts';

export const plainFinnish: PreferencesTexts = {
  title: 'Kyselyt, joita saat',
  languages: 'Sivun kieli',
  saved: 'Tässä näet, mitä on tallennettu ja mikä on nyt voimassa.',
  choose: 'Valitse ensin jokin vaihtoehto.',
  unavailable: 'Emme voineet tallentaa valintaasi. Odota hetki. Yritä sitten uudelleen.',
  whyTitle: 'Miksi sain kyselyn?',
  why: {
    'plan-meeting.scheduled': 'Sait kyselyn, koska on sovittu tapaaminen. Se koskee myös sinua.',
    'plan-meeting.held': 'Sait kyselyn, koska oli tapaaminen. Se koski myös sinua.',
    'client-plan.reviewed': 'Sait kyselyn, koska suunnitelma on tarkistettu. Se koskee myös sinua.',
    'assessment.completed': 'Sait kyselyn, koska arviointi on valmis. Se koski myös sinua.',
    'service.started': 'Sait kyselyn, koska palvelu on alkanut. Sinä olet siinä mukana.',
    'service.ended': 'Sait kyselyn, koska palvelu on päättynyt. Sinä olit siinä mukana.',
    'placement.started': 'Sait kyselyn, koska järjestely on alkanut. Se koskee myös sinua.',
    'placement.changed': 'Sait kyselyn, koska järjestely on muuttunut. Se koskee myös sinua.',
    'placement.ended': 'Sait kyselyn, koska järjestely on päättynyt. Se koski myös sinua.',
    'aftercare.started': 'Sait kyselyn, koska tuki on alkanut. Sinä olet siinä mukana.',
    'aftercare.ended': 'Sait kyselyn, koska tuki on päättynyt. Sinä olit siinä mukana.',
    'case.closed': 'Sait kyselyn, koska asia on päättynyt. Sinä olit siinä mukana.',
    other: 'Sait kyselyn, koska palvelussa tapahtui jotain uutta. Sinä olet palvelussa mukana.',
  },
  whyForgotten:
    'Emme enää tiedä, miksi sait tämän kyselyn. Poistamme tiedot noin vuoden kuluttua. Voit silti valita tällä sivulla, mitä haluat.',
  rulesTitle: 'Milloin tällainen kysely voi tulla?',
  delay: (days) =>
    days === 0
      ? 'Kysely voi tulla jo samana päivänä.'
      : `Kysely tulee vasta, kun asiasta on ainakin ${days} ${days === 1 ? 'päivä' : 'päivää'}.`,
  cap: (most, days) =>
    `Saat enintään ${most} ${most === 1 ? 'kyselyn' : 'kyselyä'} ${isYear(days) ? 'vuodessa' : `${days} päivän aikana`}.`,
  gap: (days) => `Kahden kyselyn välissä on ainakin ${days} ${days === 1 ? 'päivä' : 'päivää'}.`,
  once: 'Jokainen kysely tulee vain kerran. Emme muistuta siitä.',
  nowTitle: 'Mitä nyt on voimassa?',
  open: 'Voimme lähettää sinulle kyselyitä.',
  paused: (lastDay) => `Kyselyt ovat tauolla. Tauon viimeinen päivä on ${lastDay}.`,
  stopped: 'Olet lopettanut kyselyt. Et saa enää kyselyitä. Voit muuttaa tätä itse.',
  earliest: (day) => `Seuraavan kyselyn voit saada aikaisintaan ${day}.`,
  anyTime: 'Seuraava kysely voi tulla, kun palvelussasi tapahtuu jotain.',
  choiceLegend: 'Mitä haluat?',
  choices: {
    start: 'Haluan taas kyselyitä',
    'pause-3': 'Haluan tauon: 3 kuukautta',
    'pause-6': 'Haluan tauon: 6 kuukautta',
    'pause-12': 'Haluan tauon: 12 kuukautta',
    stop: 'En halua enää kyselyitä',
  },
  noEffect: 'Valintasi koskee vain näitä kyselyitä. Palvelusi ei muutu.',
  languageLegend: 'Millä kielellä haluat kyselyt?',
  languageHint: 'Jos kysely on jo lähdössä, se voi tulla vielä vanhalla kielellä.',
  save: 'Tallenna valinta',
  saveLanguage: 'Tallenna kieli',
  blind: 'Tällä sivulla ei näy, oletko vastannut. Täällä eivät näy myöskään vastauksesi.',
  personal: 'Tämän sivun linkki on vain sinulle. Jos lähetät viestin jollekin muulle, poista linkki siitä.',
  unknownTitle: 'Linkki ei toimi',
  unknownBroken: 'Ehkä linkistä puuttuu osa. Avaa linkki suoraan viestistä. Voit myös kopioida koko linkin.',
  unknownHelp: 'Jos se ei auta, kysy siltä, joka lähetti sinulle viestin.',
};
