import type { ProblemTexts } from './wording.ts';

export const swedish: ProblemTexts = {
  told: {
    missing: {
      title: 'Sidan hittades inte',
      text: 'En del av adressen kan ha fallit bort. Öppna länken i meddelandet på nytt.',
    },
    'no-survey': {
      title: 'Enkäten hittades inte',
      text: 'En del av länken kan ha fallit bort, eller så har enkäten tagits ur bruk. Öppna länken i meddelandet på nytt, eller skriv koden i meddelandet här.',
    },
    withdrawn: {
      title: 'Det går inte att svara på den här enkäten',
      text: 'Enkäten kan ha tagits ur bruk, och inga svar tas längre emot. Du behöver inte göra något. Tack för att du ville svara.',
    },
    incomplete: {
      title: 'Formuläret kom inte fram helt',
      text: 'Ingenting sparades. En del av sidan kan ha blivit oladdad, eller så har formuläret ändrats på vägen. Öppna länken i meddelandet på nytt och svara en gång till.',
    },
    misplaced: {
      title: 'Det finns inget att se på den här adressen',
      text: 'Hit skickas bara svar. Om du redan har sett ett tack har ditt svar kommit fram. Om inte, öppna länken i meddelandet på nytt.',
    },
    'too-large': {
      title: 'Texten var för lång',
      text: 'Ingenting sparades, eftersom du skrev mer än vi kan ta emot. Pröva att gå tillbaka till föregående sida i webbläsaren och korta kommentaren. Om dina svar inte finns kvar där, öppna länken i meddelandet på nytt och svara en gång till.',
    },
    failed: {
      title: 'Något gick fel',
      text: 'Felet finns i tjänsten, du har inte gjort något fel. Försök igen om en stund.',
    },
  },
  help: 'Behöver du hjälp, fråga: kontaktuppgifterna finns längst ner på sidan.',
  shorten: (excess) =>
    `Kommentaren är för lång: ta bort minst ${new Intl.NumberFormat('sv').format(excess)} tecken och skicka igen. Dina svar finns kvar på den här sidan.`,
};
