import { isYear } from '../../calendar/duration.ts';
import type { PreferencesTexts } from './wording.ts';

export const finnish: PreferencesTexts = {
  title: 'Sinulle lähetettävät kyselyt',
  languages: 'Sivun kieli',
  saved: 'Alta näet, mitä on tallennettu ja mikä on nyt voimassa.',
  choose: 'Valitse ensin jokin vaihtoehdoista.',
  unavailable: 'Valintaasi ei voitu tallentaa juuri nyt. Yritä hetken päästä uudelleen.',
  whyTitle: 'Miksi sain kyselyn?',
  why: {
    'plan-meeting.scheduled': 'Sait kyselyn, koska on sovittu tapaaminen, joka koskee myös sinua.',
    'plan-meeting.held': 'Sait kyselyn, koska on pidetty tapaaminen, joka koski myös sinua.',
    'client-plan.reviewed': 'Sait kyselyn, koska on tarkistettu suunnitelma, joka koskee myös sinua.',
    'assessment.completed': 'Sait kyselyn, koska on valmistunut arviointi, joka koski myös sinua.',
    'service.started': 'Sait kyselyn, koska on alkanut palvelu, jossa olet mukana.',
    'service.ended': 'Sait kyselyn, koska on päättynyt palvelu, jossa olit mukana.',
    'placement.started': 'Sait kyselyn, koska on alkanut järjestely, joka koskee myös sinua.',
    'placement.changed': 'Sait kyselyn, koska on muuttunut järjestely, joka koskee myös sinua.',
    'placement.ended': 'Sait kyselyn, koska on päättynyt järjestely, joka koski myös sinua.',
    'aftercare.started': 'Sait kyselyn, koska on alkanut tukijakso, jossa olet mukana.',
    'aftercare.ended': 'Sait kyselyn, koska on päättynyt tukijakso, jossa olit mukana.',
    'case.closed': 'Sait kyselyn, koska on päättynyt asia, jossa olit mukana.',
    other: 'Sait kyselyn, koska palvelussa, jossa olet mukana, on edetty uuteen vaiheeseen.',
  },
  whyForgotten:
    'Emme enää tiedä, miksi sait juuri tämän kyselyn: poistamme tiedot noin vuoden kuluttua. Valintasi voit silti tehdä tässä.',
  rulesTitle: 'Milloin tällainen kysely voi tulla',
  delay: (days) =>
    days === 0 ? 'Aikaisintaan samana päivänä.' : `Aikaisintaan ${days} päivän kuluttua tapahtuneesta.`,
  cap: (most, days) =>
    `Kaikkiaan enintään ${most} ${most === 1 ? 'kysely' : 'kyselyä'} ${isYear(days) ? 'vuoden' : `${days} päivän`} aikana.`,
  gap: (days) =>
    `Vain jos edellisestä kyselystä on kulunut vähintään ${days} ${days === 1 ? 'päivä' : 'päivää'}.`,
  once: 'Jokainen kysely tulee vain kerran. Muistutuksia ei tule.',
  nowTitle: 'Tilanne nyt',
  open: 'Sinulle voidaan lähettää kyselyitä.',
  paused: (lastDay) => `Kyselyt ovat tauolla. Tauon viimeinen päivä on ${lastDay}.`,
  stopped: 'Olet lopettanut kyselyt. Et saa niitä enää lainkaan, ellet itse muuta tätä.',
  earliest: (day) => `Seuraava kysely voi tulla aikaisintaan ${day}.`,
  anyTime: 'Seuraava kysely voi tulla, kun palvelussasi tapahtuu jotain, mistä kysymme.',
  choiceLegend: 'Mitä haluat?',
  choices: {
    start: 'Minulle saa taas lähettää kyselyitä',
    'pause-3': 'Tauko 3 kuukautta',
    'pause-6': 'Tauko 6 kuukautta',
    'pause-12': 'Tauko 12 kuukautta',
    stop: 'En halua enää kyselyitä',
  },
  noEffect: 'Valintasi koskee vain näitä kyselyitä. Se ei vaikuta palveluusi mitenkään.',
  languageLegend: 'Millä kielellä haluat kyselyt?',
  languageHint: 'Jo lähdössä oleva kysely voi tulla vielä entisellä kielellä.',
  save: 'Tallenna valinta',
  saveLanguage: 'Tallenna kieli',
  blind: 'Tämä sivu ei tiedä, oletko vastannut, eikä näe vastauksiasi.',
  personal: 'Linkki tälle sivulle on henkilökohtainen. Jos välität viestin muille, poista linkki siitä.',
  unknownTitle: 'Linkki ei toimi',
  unknownBroken:
    'Osa linkistä on ehkä jäänyt pois. Avaa linkki suoraan viestistä, tai kopioi koko rivi alusta loppuun.',
  unknownHelp: 'Jos se ei auta, kysy viestin lähettäjältä.',
};
