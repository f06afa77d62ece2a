import type { PageTexts } from './wording.ts';

export const swedish: PageTexts = {
  languages: 'Sidans språk',
  title: 'Berätta hur du blev hörd',
  opening: (who) =>
    `${who} frågar om dina erfarenheter för att kunna förbättra servicen. Det tar ungefär en minut att svara.`,
  voluntary: 'Det är frivilligt att svara och det påverkar inte din service. Du svarar anonymt.',
  notLive: 'Ingen följer svaren just nu.',
  emergency: 'Om du eller någon annan inte är trygg, ring 112.',
  helpline: 'Barn och unga kan också ringa 116 111.',
  complaint:
    'Det här är inte en anmärkning eller ett besvär. Socialombudet i ditt välfärdsområde hjälper med dem.',
  codeLabel: 'Koden i meddelandet',
  codeHint:
    'Koden finns i slutet av meddelandet, till exempel ABCD-1234-… Du kan skriva eller klistra in den.',
  proceed: 'Fortsätt till frågorna',
  mistyped:
    'Koden fungerar inte. Den kan vara felskriven, eller så saknas en del av den: jämför den med meddelandet. Om det inte hjälper, fråga: kontaktuppgifterna finns längst ner på sidan.',
  expired:
    'Det går inte längre att svara på den här förfrågan, eftersom svarstiden är slut. Tack för att du ville svara. Har du frågor finns kontaktuppgifterna längst ner på sidan.',
  used: 'Den här länken eller koden har redan använts, kanske i en annan flik eller på en annan enhet. Om det var du behöver du inte göra något. Om det inte var du, berätta det: kontaktuppgifterna finns längst ner på sidan.',
  nothingAnswered: 'Välj minst ett svar innan du skickar.',
  unavailable:
    'Svaret kunde inte sparas just nu. Dina svar finns kvar på den här sidan: tryck på Skicka igen om en stund.',
  offline:
    'Du saknar internetanslutning just nu. Dina svar finns kvar på den här sidan. Håll sidan öppen, så skickas svaren av sig själva när anslutningen är tillbaka. Du kan också trycka på Skicka själv.',
  tooLong: 'Kommentaren är för lång. Korta den lite och skicka igen.',
  sending: 'Skickar…',
  tampered:
    'För att skydda dig skickades ditt svar inte: serverns nyckel var inte den som den här sidan ska ha. Berätta det för avsändaren av meddelandet.',
  outdated: 'Sidan har varit öppen så länge att den är föråldrad. Öppna länken i meddelandet på nytt.',
  refused:
    'Länken fungerar inte: den kan ha ändrats på vägen. Öppna länken i meddelandet på nytt eller skriv koden i meddelandet. Om det inte hjälper, fråga: kontaktuppgifterna finns längst ner på sidan.',
  truncated:
    'Länken är inte fullständig: slutet kan ha fallit bort. Öppna länken i meddelandet på nytt eller skriv koden i meddelandet.',
  listen: 'Lyssna',
  scriptWay:
    'Din webbläsare förseglar dina svar så att ingen kan öppna dem förrän kvartalet är slut och alla svar räknas tillsammans.',
  commentLabel: 'Vill du säga något med egna ord?',
  commentHint: 'Skriv inte namn eller annat som gör att du eller någon annan kan kännas igen.',
  questionsTitle: 'Dina erfarenheter',
  skip: 'Du kan hoppa över vilken fråga som helst.',
  noOpinion: 'Jag vet inte eller det gäller inte mig',
  formWay:
    'Med det här formuläret behandlar servern din kod och dina svar samtidigt för ett ögonblick. Den sparar dem inte tillsammans.',
  send: 'Skicka svaren',
  thanksTitle: 'Tack för dina svar',
  thanks: 'Ditt svar har tagits emot anonymt. Du kan stänga sidan.',
  scales: {
    agreement: {
      lowest: 'helt av annan åsikt',
      highest: 'helt av samma åsikt',
      steps: [
        'Helt av annan åsikt',
        'Delvis av annan åsikt',
        'Varken eller',
        'Delvis av samma åsikt',
        'Helt av samma åsikt',
      ],
    },
    faces: {
      lowest: 'inte så mycket',
      highest: 'jättemycket',
      steps: ['Inte så mycket', 'Lite', 'Ganska', 'Mycket', 'Jätte\u00admycket'],
    },
    wellbeing: { lowest: 'mycket dåligt', highest: 'mycket bra', steps: [] },
    recommendation: { lowest: 'inte alls', highest: 'mycket sannolikt', steps: [] },
  },
};
