import type { AccessibilityTexts } from './wording.ts';

export const swedish: AccessibilityTexts = {
  title: 'Tillgänglighets\u00ADutlåtande',
  languages: 'Sidans språk',
  sections: {
    about: {
      title: 'Vad utlåtandet gäller',
      paragraphs: [
        'Utlåtandet gäller enkäten och sidorna runt den: sidan där du kan ta en paus från enkäterna eller avsluta dem, dataskyddssidan och sidorna som berättar vad svaren lärde oss.',
        'Tillgänglighet betyder att så många som möjligt kan använda sidorna och förstår dem. Det regleras i lagen om tillhandahållande av digitala tjänster (306/2019).',
      ],
      points: [],
    },
    state: {
      title: 'Hur tillgängliga sidorna är',
      paragraphs: [
        'Vi känner inte till någon punkt där sidorna inte uppfyller lagens krav (WCAG 2.1, nivåerna A och AA). Ändå påstår vi inte att de uppfylls på alla punkter: ingen utomstående har bedömt sidorna ännu.',
        'Sidorna fungerar med enbart tangentbord och utan JavaScript. De kan förstoras utan att man behöver rulla i sidled, och de följer din enhets mörka färger.',
      ],
      points: [],
    },
    shortcomings: {
      title: 'Vilka brister vi känner till',
      paragraphs: [],
      points: [
        'Ingen som använder skärmläsare eller något annat hjälpmedel har prövat sidorna ännu.',
        'Sidorna finns inte på samiska och inte på teckenspråk. Sidorna som berättar vad svaren säger finns inte på lättläst finska.',
        'Om din webbläsare inte har JavaScript behöver du skriva eller klistra in en lång kod från meddelandet för att komma till enkäten. Det kan vara besvärligt.',
      ],
    },
    assessment: {
      title: 'Hur sidorna har bedömts',
      paragraphs: [
        'De som har gjort programmet har själva bedömt sidorna. I varje version granskas sidorna i en webbläsare av testprogrammet axe-core, på alla språk och i ljusa och mörka färger (WCAG 2.0, 2.1 och 2.2, nivåerna A och AA). Dessutom prövas enbart tangentbord, en skärm som är 320 bildpunkter bred och en webbläsare utan JavaScript.',
      ],
      points: [],
    },
    feedback: {
      title: 'Berätta om något inte fungerar',
      paragraphs: [
        'Berätta för oss om du inte kan använda en sida eller inte förstår den. Du kan också be att få innehållet i en annan form. Vi svarar inom 14 dagar.',
        'Av ett e-postmeddelande syns det vem du är. Skriv inte vad du har svarat på enkäten.',
      ],
      points: [],
    },
    authority: {
      title: 'Om svaret inte hjälper',
      paragraphs: [
        'Om du inte är nöjd med svaret eller inte får något inom 14 dagar kan du göra en anmälan till den myndighet som övervakar tillgängligheten. På dess webbplats står hur man gör en anmälan och hur den behandlas.',
      ],
      points: [],
    },
  },
  responsible: (name) => `${name} ansvarar för de här sidorna.`,
  assessed: (day) => `Sidorna bedömdes senast, och det här utlåtandet gjordes, den ${day}.`,
  write: 'Skriv till oss:',
  switchboard: 'Telefonväxel:',
  authority: 'Transport- och kommunikationsverket Traficom, enheten för tillsyn över digital tillgänglighet',
  authorityAddress: 'https://www.tillganglighetskrav.fi',
};
