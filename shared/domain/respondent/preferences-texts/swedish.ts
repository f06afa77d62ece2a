import { isYear } from '../../calendar/duration.ts';
import type { PreferencesTexts } from './wording.ts';

export const swedish: PreferencesTexts = {
  title: 'Enkäter som skickas till dig',
  languages: 'Sidans språk',
  saved: 'Nedan ser du vad som har sparats och vad som gäller nu.',
  choose: 'Välj först ett av alternativen.',
  unavailable: 'Ditt val kunde inte sparas just nu. Försök igen om en stund.',
  whyTitle: 'Varför fick jag enkäten?',
  why: {
    'plan-meeting.scheduled': 'Du fick enkäten eftersom ett möte som gäller också dig har avtalats.',
    'plan-meeting.held': 'Du fick enkäten eftersom ett möte som gällde också dig har hållits.',
    'client-plan.reviewed': 'Du fick enkäten eftersom en plan som gäller också dig har setts över.',
    'assessment.completed': 'Du fick enkäten eftersom en bedömning som gällde också dig är klar.',
    'service.started': 'Du fick enkäten eftersom en service som du deltar i har börjat.',
    'service.ended': 'Du fick enkäten eftersom en service som du deltog i har avslutats.',
    'placement.started': 'Du fick enkäten eftersom en lösning som gäller också dig har börjat.',
    'placement.changed': 'Du fick enkäten eftersom en lösning som gäller också dig har ändrats.',
    'placement.ended': 'Du fick enkäten eftersom en lösning som gällde också dig har avslutats.',
    'aftercare.started': 'Du fick enkäten eftersom en stödperiod som du deltar i har börjat.',
    'aftercare.ended': 'Du fick enkäten eftersom en stödperiod som du deltog i har avslutats.',
    'case.closed': 'Du fick enkäten eftersom ett ärende som du var med i har avslutats.',
    other: 'Du fick enkäten eftersom en service som du deltar i har gått in i ett nytt skede.',
  },
  whyForgotten:
    'Vi vet inte längre varför du fick just den här enkäten: uppgifterna tas bort efter ungefär ett år. Du kan ändå göra dina val här.',
  rulesTitle: 'När en sådan här enkät kan komma',
  delay: (days) =>
    days === 0 ? 'Tidigast samma dag.' : `Tidigast ${days} ${days === 1 ? 'dag' : 'dagar'} efter händelsen.`,
  cap: (most, days) =>
    `Sammanlagt högst ${most} ${most === 1 ? 'enkät' : 'enkäter'} under ${isYear(days) ? 'ett år' : days === 1 ? 'en dag' : `${days} dagar`}.`,
  gap: (days) =>
    `Bara om det har gått minst ${days} ${days === 1 ? 'dag' : 'dagar'} sedan den förra enkäten.`,
  once: 'Varje enkät kommer bara en gång. Det kommer inga påminnelser.',
  nowTitle: 'Läget nu',
  open: 'Vi kan skicka enkäter till dig.',
  paused: (lastDay) => `Enkäterna är pausade. Pausens sista dag är den ${lastDay}.`,
  stopped: 'Du har avslutat enkäterna. Du får inga fler, om du inte själv ändrar det här.',
  earliest: (day) => `Nästa enkät kan komma tidigast den ${day}.`,
  anyTime: 'Nästa enkät kan komma när det händer något i din service som vi frågar om.',
  choiceLegend: 'Vad vill du?',
  choices: {
    start: 'Ni får skicka enkäter till mig igen',
    'pause-3': 'Paus i 3 månader',
    'pause-6': 'Paus i 6 månader',
    'pause-12': 'Paus i 12 månader',
    stop: 'Jag vill inte ha fler enkäter',
  },
  noEffect: 'Ditt val gäller bara de här enkäterna. Det påverkar inte din service på något sätt.',
  languageLegend: 'På vilket språk vill du ha enkäterna?',
  languageHint: 'En enkät som redan är på väg kan ännu komma på det tidigare språket.',
  save: 'Spara valet',
  saveLanguage: 'Spara språket',
  blind: 'Den här sidan vet inte om du har svarat och ser inte dina svar.',
  personal: 'Länken till den här sidan är personlig. Om du skickar meddelandet vidare, ta först bort länken.',
  unknownTitle: 'Länken fungerar inte',
  unknownBroken:
    'En del av länken kan ha fallit bort. Öppna länken direkt i meddelandet, eller kopiera hela raden från början till slut.',
  unknownHelp: 'Om det inte hjälper, fråga avsändaren.',
};
