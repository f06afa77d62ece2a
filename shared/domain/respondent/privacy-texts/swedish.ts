import type { PrivacyTexts } from './wording.ts';

export const swedish: PrivacyTexts = {
  title: 'Dataskydd: vad som händer med dina svar',
  languages: 'Sidans språk',
  sections: {
    short: {
      title: 'I korthet',
      paragraphs: [],
      points: [
        'Det är frivilligt att svara. Det påverkar inte din service om du svarar eller låter bli.',
        'Du svarar utan namn. Av det som sparas kan ingen se vem som har gett vilket svar.',
        'Vi frågar sällan. Du kan ta en paus från enkäterna eller avsluta dem när som helst.',
        'Allt kan vi inte lova. Det berättar vi också på den här sidan.',
      ],
    },
    asked: {
      title: 'Vad vi frågar och varför',
      paragraphs: [
        'Vi frågar om man lyssnade på dig och om du har haft nytta av servicen. I en del formulär frågar vi också hur du mår eller om du skulle rekommendera servicen, och i en del kan du skriva en kommentar. Du kan hoppa över vilken fråga som helst.',
        'Vi använder svaren för att förbättra servicen. De används inte när beslut fattas om dig.',
        'Vi frågar när något har hänt i din service: till exempel när ett möte har hållits eller en service har avslutats. Det får vi veta av servicens klientinformationssystem. Därifrån får vi också din e-postadress, ditt språk, din åldersgrupp och din roll, till exempel förälder.',
        'Ett datorprogram väljer enligt regler som människor har gjort upp vem som får frågor och när. Något annat bestämmer det inte.',
      ],
      points: [],
    },
    person: {
      title: 'Vad vi sparar om dig',
      paragraphs: [
        'Vi sparar inte ditt namn, din IP-adress eller uppgifter om din enhet. Våra sidor använder inga kakor.',
      ],
      points: [
        [
          'Din e-postadress:',
          'tills enkäten har skickats. Sedan raderar vi den. Om ett fel hindrar enkäten från att skickas kan adressen finnas kvar ungefär en månad längre.',
        ],
        [
          'Vad som hände och när, och varför du fick frågor eller inte fick dem:',
          '13–14 månader. I stället för ditt namn finns en kod som är gjord med en hemlig nyckel.',
        ],
        [
          'Vad du har valt:',
          'om du har avslutat enkäterna minns vi det tills du själv ändrar det. Andra val sparas 13–14 månader.',
        ],
        [
          'En adress som inte fungerar, eller där vårt meddelande har anmälts som skräppost:',
          'vi skriver inte dit igen. Vi minns den som en kod, e-posttjänsten minns själva adressen.',
        ],
      ],
    },
    answers: {
      title: 'Vad vi sparar av dina svar',
      paragraphs: [],
      points: [
        [
          'Dina svar',
          'försluts som ett brev, och ingen kan öppna dem förrän kvartalet är slut. Tillsammans med dem sparas bara månaden, inte dagen eller klockslaget.',
        ],
        [
          'När kvartalet är slut',
          'öppnar ett program alla svar på en gång, räknar dem och förstör nyckeln. Om svaren är färre än tio får de vänta: högst ett år, och sedan raderas de utan att räknas.',
        ],
        [
          'De räknade antalen',
          'visar hur många som har valt vilket svar, i grupper på minst fem svar. De sparas i många år.',
        ],
        [
          'Kommentarer',
          'sparas för sig, åtskilda från alla andra svar, lika länge som antalen. En människa granskar dem innan någon annan ser dem.',
        ],
        [
          'En anteckning',
          'visar att en länk har använts. Det finns inget namn i den. Den försvinner 1–3 månader efter att länken har slutat fungera.',
        ],
      ],
    },
    device: {
      title: 'Vad som blir kvar på din enhet',
      paragraphs: [
        'Vi sparar ingenting på din enhet. Din webbläsare kan ändå minnas vad du har valt i formuläret, tills du skickar det.',
      ],
      points: [
        [
          'I webbläsarens historik',
          'finns adressen som du öppnade, och med den din länk. Någon kan öppna den där och svara i ditt ställe, om du inte själv har svarat. Dina svar syns inte där.',
        ],
        ['Meddelandet från oss', 'finns kvar i din e-post tills du raderar det.'],
        [
          '”Lämna sidan snabbt”',
          'tar dig genast till en annan sida och tömmer formuläret. Historiken och meddelandet raderas inte: gör det själv om någon annan använder din enhet. Utan JavaScript töms inte formuläret, och det går att komma tillbaka till det.',
        ],
      ],
    },
    seen: {
      title: 'Vem ser vad',
      paragraphs: ['Ingen annan än dessa får dina uppgifter:'],
      points: [
        ['De som arbetar med dig', 'ser bara siffror om många människor tillsammans.'],
        ['De som utvecklar servicen', 'ser samma siffror och kommentarer som har granskats.'],
        [
          'De som sköter enkäterna',
          'ser vem som har fått frågor och vem som inte har fått dem, och varför. De ser inte vem som har svarat eller vad.',
        ],
        [
          'De som sköter datorerna',
          'kommer åt allt som har sparats. Av det framgår inte vem som har gett vilket svar.',
        ],
        [
          'Amazon Web Services',
          'sköter datorerna för vår räkning och förmedlar våra meddelanden. Allt sparas inom Europeiska unionen.',
        ],
      ],
    },
    promised: {
      title: 'Vad vi lovar',
      paragraphs: [
        'Av det som sparas kan ingen ta reda på vem som har gett ett svar. Inte ens någon som har en kopia av alla tabeller, loggar och säkerhetskopior och vet vem som har fått frågor. Så här går det till:',
      ],
      points: [
        'När du trycker på Skicka visar din webbläsare först din länk och får en stämpel på ett hemligt nummer som vi inte ser. Sedan skickar den dina svar med numret, utan länken. Då vet vi att någon som har fått frågor har svarat, men inte vem.',
        'Din webbläsare försluter dina svar innan de lämnar den.',
        'Inget av det som sparas tillsammans med svaren visar dagen, klockslaget eller ordningen.',
        'Med en länk kan man svara en gång, så ingen kan svara många gånger för en grupp.',
        'Programmet är öppet: vem som helst får läsa det och försöka knäcka det.',
      ],
    },
    notPromised: {
      title: 'Vad vi inte kan lova',
      paragraphs: [],
      points: [
        'Någon som får ändra vårt program eller dess lås, eller som lyssnar inifrån just när du svarar, skulle kunna komma runt allt det här.',
        'Någon kan ha manipulerat din telefon, dator eller webbläsare. Någon kan titta över axeln på dig eller pressa dig. Du måste aldrig svara.',
        'Den som läser din post kan använda din länk. Den som dessutom har vår lista över använda länkar ser att din länk har använts, men inte vad svaret var.',
        'En kommentar kan visa vem du är. Lämna bort namn och sådant som bara du kan veta.',
        'Om din webbläsare saknar JavaScript ser servern din kod och dina svar tillsammans ett ögonblick. Den sparar dem inte tillsammans.',
        'Om alla i en grupp svarar likadant visar gruppens siffror vad var och en har svarat.',
        'Ett lås som är säkert i dag kan knäckas en dag.',
      ],
    },
    rights: {
      title: 'Dina rättigheter',
      paragraphs: [
        'I varje meddelande från oss finns en länk som heter ”Varför fick jag det här?”. Där ser du varför du fick frågor, och där kan du ta en paus eller avsluta enkäterna.',
        'Du kan också fråga vad vi har sparat om dig och be oss att rätta det, radera det eller sluta använda det. Barn och unga har samma rättigheter.',
        'Svar som du har skickat kan vi inte visa, ändra eller radera: ingen vet längre vilka som är dina.',
      ],
      points: [],
    },
    responsible: {
      title: 'Vem som ansvarar för dina uppgifter',
      paragraphs: [
        'Vi får behandla dina uppgifter eftersom det är en uppgift av allmänt intresse att sörja för servicens kvalitet (allmänna dataskyddsförordningen, artikel 6.1 e).',
      ],
      points: [],
    },
  },
  authority: 'Om du anser att dina uppgifter har behandlats fel kan du klaga hos dataombudsmannen:',
  authorityAddress: 'https://tietosuoja.fi/sv',
  contact: {
    named: (name) =>
      `${name} ansvarar för de här enkäterna och är personuppgiftsansvarig för dina uppgifter.`,
    contact: 'Fråga oss:',
    officer: 'Dataskyddsombud:',
  },
};
