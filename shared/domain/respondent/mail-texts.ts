import type { Language } from '../vocabulary.ts';

/** Everything a request by mail says, in one language. */
type MailTexts = {
  readonly subject: string;
  readonly greeting: string;
  readonly why: string;
  readonly voluntary: string;
  readonly link: string;
  readonly code: string;
  readonly once: string;
  readonly fellBack: string;
  readonly preferences: string;
};

/** The subject says nothing of child welfare: it may light up on a lock screen. */
export const mailTexts: Readonly<Record<Language, MailTexts>> = {
  fi: {
    subject: 'Miten sinua kuultiin? Lyhyt kysely',
    greeting: 'Hei!',
    why: 'Haluaisimme tietää, miten sinua on kuultu ja onko palvelusta ollut hyötyä. Vastaaminen vie noin minuutin.',
    voluntary: 'Vastaaminen on vapaaehtoista, eikä se vaikuta palveluusi. Vastauksesi on nimetön.',
    link: 'Vastaa tästä:',
    code: 'Jos sivu kysyy koodia, se on:',
    once: 'Lähetämme tämän pyynnön vain kerran. Tähän viestiin ei tarvitse vastata.',
    fellBack: 'Meillä ei ole lomaketta kielelläsi, joten se tulee suomeksi.',
    preferences: 'Miksi sain tämän? Pidä tauko, lopeta kyselyt tai vaihda kieli:',
  },
  sv: {
    subject: 'Hur blev du hörd? En kort enkät',
    greeting: 'Hej!',
    why: 'Vi vill gärna veta hur du blev hörd och om du har haft nytta av servicen. Det tar ungefär en minut att svara.',
    voluntary: 'Det är frivilligt att svara och det påverkar inte din service. Du svarar anonymt.',
    link: 'Svara här:',
    code: 'Om sidan frågar efter en kod är den:',
    once: 'Vi skickar den här förfrågan bara en gång. Du behöver inte svara på det här meddelandet.',
    fellBack: 'Vi har inte formuläret på ditt språk, därför kommer det på svenska.',
    preferences: 'Varför fick jag det här? Ta en paus, avsluta enkäterna eller byt språk:',
  },
  en: {
    subject: 'Were you heard? A short survey',
    greeting: 'Hello!',
    why: 'We would like to know whether you were listened to and whether the service has helped. It takes about a minute.',
    voluntary: 'Answering is voluntary and changes nothing in your service. Your answer is anonymous.',
    link: 'Answer here:',
    code: 'If the page asks for a code, it is:',
    once: 'We send this request only once. You need not reply to this message.',
    fellBack: 'We do not have this form in your language, so it comes in English.',
    preferences: 'Why did I get this? Pause or stop the surveys, or change the language:',
  },
};
