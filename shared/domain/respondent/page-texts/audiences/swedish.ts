import type { AudienceTexts } from './wording.ts';

export const swedishByAudience: AudienceTexts = {
  child: {
    title: 'Berätta hur de vuxna lyssnade på dig',
    opening: (who) =>
      `${who} frågar hur de vuxna lyssnade på dig och hjälpte dig. Det är bara några få frågor. Du kan be en vuxen om hjälp med att läsa.`,
    voluntary:
      'Du bestämmer själv om du vill svara eller inte. Ingen blir arg på dig. Ditt namn syns inte i svaren.',
    notLive: 'Ingen läser svaren just nu. Om du behöver hjälp, berätta för en vuxen som du litar på.',
    emergency: 'Om du eller någon annan är i fara, ring 112.',
    helpline: 'Om du mår dåligt eller är rädd, ring 116 111. Där finns en vuxen som lyssnar på dig.',
    complaint:
      'Det här är inget klagomål. Om någon har gjort fel mot dig kan socialombudet hjälpa dig. En vuxen kan ringa åt dig.',
    codeLabel: 'Koden som du fick i meddelandet',
    codeHint: 'Koden finns i slutet av meddelandet. Den ser ut så här: ABCD-1234-… En vuxen kan hjälpa dig.',
    mistyped:
      'Koden fungerar inte. Kanske är den felskriven. Titta på koden i meddelandet en gång till eller be en vuxen om hjälp. Längst ner på sidan finns en adress dit man kan skriva och fråga.',
    expired:
      'Tiden är slut, så det går inte att svara längre. Det gör inget. Tack för att du ville svara. Längst ner på sidan finns en adress dit man kan skriva och fråga.',
    used: 'Någon har redan svarat med den här länken eller koden. Om det var du är allt bra. Om det inte var du, berätta för en vuxen. Längst ner på sidan finns en adress dit man kan skriva och fråga.',
    nothingAnswered: 'Välj minst ett svar. Skicka sedan.',
    unavailable:
      'Dina svar gick inte i väg ännu. De finns kvar på den här sidan. Vänta en stund och tryck sedan på Skicka igen.',
    offline:
      'Internet fungerar inte just nu. Dina svar finns kvar på den här sidan. Håll sidan öppen. Svaren skickas av sig själva när internet fungerar igen. Du kan också trycka på Skicka själv.',
    tampered:
      'Dina svar skickades inte, för något var inte säkert. Du har inte gjort något fel. Be en vuxen berätta det för den som skickade meddelandet.',
    refused:
      'Länken fungerar inte. Öppna länken i meddelandet på nytt. Du kan också skriva koden från meddelandet här. En vuxen kan hjälpa dig. Längst ner på sidan finns en adress dit man kan skriva och fråga.',
    truncated:
      'En del av länken saknas. Öppna länken i meddelandet på nytt. Du kan också skriva koden från meddelandet här. En vuxen kan hjälpa dig.',
    scriptWay:
      'Dina svar stängs in som i ett kuvert. Ingen kan läsa dem ännu. Senare öppnas allas svar och räknas tillsammans.',
    formWay:
      'När du skickar dina svar ser datorn din kod och dina svar en kort stund. Den sparar dem inte tillsammans.',
    questionsTitle: 'Frågor till dig',
    skip: 'Du behöver inte svara på alla frågor.',
    noOpinion: 'Jag vet inte',
    commentHint: 'Skriv inte någons namn eller adress här.',
    thanksTitle: 'Tack!',
    thanks: 'Dina svar har kommit fram. Ditt namn finns inte i dem. Du kan stänga sidan.',
  },
  'young-person': {
    title: 'Berätta hur man lyssnade på dig',
    opening: (who) =>
      `${who} frågar hur du tycker att man har lyssnat på dig och hjälpt dig, för att kunna förbättra servicen. Det tar ungefär en minut att svara.`,
    voluntary:
      'Svara bara om du vill. Du svarar anonymt, och din service ändras inte, vare sig du svarar eller inte.',
    helpline: 'Om du vill prata med någon kan du ringa Barn- och ungdomstelefonen 116 111.',
  },
  worker: {
    title: 'Berätta hur samarbetet gick',
    opening: (who) =>
      `${who} frågar hur samarbetet gick och om servicen motsvarade behovet, för att kunna förbättra servicen. Det tar ungefär en minut att svara.`,
    voluntary:
      'Det är frivilligt att svara och det påverkar varken din anställning eller klientens service. Du svarar anonymt, och svaret kopplas inte till någon enskild klient.',
    complaint:
      'Det här är inte en anmälan om missförhållanden eller en barnskyddsanmälan: gör en sådan på vanligt sätt.',
    questionsTitle: 'Samarbetet och servicen',
    commentHint: 'Skriv inte namn eller annat som gör att klienten, du eller någon annan kan kännas igen.',
  },
};
