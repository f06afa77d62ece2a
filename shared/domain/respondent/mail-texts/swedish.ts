import type { MailTexts, MailWording } from './wording.ts';

const adult: MailTexts = {
  subject: 'Hur blev du hörd? En kort enkät',
  greeting: 'Hej!',
  why: 'Vi vill gärna veta hur du blev hörd och om du har haft nytta av servicen. Det tar ungefär en minut att svara.',
  fellBack: 'Vi har inte formuläret på ditt språk, därför kommer det på svenska.',
  link: 'Svara här:',
  until: (lastDay) =>
    `Du kan svara till och med den ${lastDay}. Vi skickar den här förfrågan bara en gång och påminner inte.`,
  voluntary: 'Det är frivilligt att svara och det påverkar inte din service. Du svarar anonymt.',
  who: (sender) => `Enkäten skickas av ${sender}.`,
  questions: 'Du kan fråga om enkäten på den här adressen. E-post är inte anonym:',
  preferences: 'Varför fick jag det här? Ta en paus, avsluta enkäterna eller byt språk:',
  code: 'Om sidan frågar efter en kod är den:',
};

const youngPerson: MailTexts = {
  ...adult,
  subject: 'Lyssnade vi på dig? Några korta frågor',
  why: 'Vi vill gärna veta om du blev lyssnad på och om servicen har hjälpt dig. Det tar ungefär en minut att svara.',
  voluntary:
    'Svara bara om du vill. Du svarar anonymt, och din service ändras inte, vare sig du svarar eller inte.',
};

export const swedish: MailWording = {
  adult,
  'young-person': youngPerson,
  child: {
    ...adult,
    subject: 'Hur lyssnade vi på dig?',
    why: 'Vi vill gärna veta om de vuxna lyssnade på dig. Det är bara några få frågor och tar ungefär en minut.',
    until: (lastDay) =>
      `Du kan svara till och med den ${lastDay}. Vi skickar det här meddelandet bara en gång.`,
    voluntary:
      'Du bestämmer själv om du vill svara eller inte. Båda är lika bra. Ditt namn syns inte i svaren.',
    help: 'Du kan be en vuxen om hjälp med att läsa.',
    who: (sender) => `Frågorna skickas av ${sender}.`,
    questions: 'Du eller en vuxen kan fråga mer på den här adressen. Av e-posten syns vem som frågar:',
  },
  worker: {
    ...adult,
    subject: 'Hur gick samarbetet? En kort enkät',
    why: 'Vi vill gärna veta hur samarbetet gick och om servicen motsvarade behovet. Det tar ungefär en minut att svara.',
    voluntary:
      'Det är frivilligt att svara. Du svarar anonymt, och svaret kopplas inte till någon enskild klient.',
  },
};
