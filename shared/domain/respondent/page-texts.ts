import type { Language } from '../vocabulary.ts';
import type { Scale } from '../questions/question.ts';

/** Everything the survey page says, in one language. */
type PageTexts = {
  readonly title: string;
  readonly opening: string;
  readonly voluntary: string;
  readonly notLive: string;
  readonly emergency: string;
  /** For children and young people. */
  readonly helpline: string;
  readonly complaint: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly proceed: string;
  readonly mistyped: string;
  readonly expired: string;
  readonly used: string;
  readonly nothingAnswered: string;
  readonly unavailable: string;
  readonly questionsTitle: string;
  readonly skip: string;
  readonly noOpinion: string;
  readonly formWay: string;
  readonly send: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly scales: Readonly<
    Record<
      Scale['kind'],
      { readonly lowest: string; readonly highest: string; readonly steps: readonly string[] }
    >
  >;
};

const fi: PageTexts = {
  title: 'Kerro, miten sinua kuultiin',
  opening: 'Vastaaminen vie noin minuutin. Kysymme kokemuksestasi, jotta palveluja voidaan parantaa.',
  voluntary: 'Vastaaminen on vapaaehtoista, eikä se vaikuta palveluusi. Vastauksesi on nimetön.',
  notLive: 'Kukaan ei seuraa vastauksia juuri nyt.',
  emergency: 'Jos sinä tai joku muu ei ole turvassa, soita 112.',
  helpline: 'Lapsi tai nuori voi soittaa myös numeroon 116 111.',
  complaint: 'Tämä ei ole muistutus eikä valitus. Niissä auttaa hyvinvointialueesi sosiaaliasiavastaava.',
  codeLabel: 'Viestissä oleva koodi',
  codeHint: 'Koodi on viestin lopussa, esimerkiksi ABCD-1234-… Voit kirjoittaa tai liittää sen.',
  proceed: 'Jatka kysymyksiin',
  mistyped:
    'Koodi ei kelpaa. Tarkista, että se on sama kuin viestissä. Jos se ei auta, kysy viestin lähettäjältä.',
  expired: 'Tähän pyyntöön ei voi enää vastata. Kiitos, että halusit vastata.',
  used: 'Tällä koodilla on jo vastattu. Kiitos!',
  nothingAnswered: 'Valitse vähintään yksi vastaus ennen lähettämistä.',
  unavailable:
    'Vastausta ei voitu tallentaa juuri nyt. Vastauksesi ovat yhä tällä sivulla: paina hetken päästä uudelleen Lähetä.',
  questionsTitle: 'Kokemuksesi',
  skip: 'Voit jättää minkä tahansa kysymyksen väliin.',
  noOpinion: 'En osaa sanoa tai ei koske minua',
  formWay:
    'Tällä lomakkeella palvelin käsittelee koodisi ja vastauksesi hetken samanaikaisesti. Se ei tallenna niitä yhteen.',
  send: 'Lähetä vastaukset',
  thanksTitle: 'Kiitos vastauksistasi',
  thanks: 'Vastauksesi on otettu talteen nimettömänä. Voit sulkea sivun.',
  scales: {
    agreement: {
      lowest: 'täysin eri mieltä',
      highest: 'täysin samaa mieltä',
      steps: [
        'Täysin eri mieltä',
        'Jokseenkin eri mieltä',
        'Ei samaa eikä eri mieltä',
        'Jokseenkin samaa mieltä',
        'Täysin samaa mieltä',
      ],
    },
    faces: {
      lowest: 'ei kovin',
      highest: 'tosi paljon',
      steps: ['Ei kovin', 'Vähän', 'Jonkin verran', 'Paljon', 'Tosi paljon'],
    },
    wellbeing: { lowest: 'erittäin huono', highest: 'erittäin hyvä', steps: [] },
    recommendation: { lowest: 'en lainkaan', highest: 'erittäin todennäköisesti', steps: [] },
  },
};

const sv: PageTexts = {
  title: 'Berätta hur du blev hörd',
  opening:
    'Det tar ungefär en minut att svara. Vi frågar om dina erfarenheter för att kunna förbättra servicen.',
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
    'Koden stämmer inte. Kontrollera att den är som i meddelandet. Om det inte hjälper, fråga avsändaren.',
  expired: 'Det går inte längre att svara på den här förfrågan. Tack för att du ville svara.',
  used: 'Den här koden har redan använts. Tack!',
  nothingAnswered: 'Välj minst ett svar innan du skickar.',
  unavailable:
    'Svaret kunde inte sparas just nu. Dina svar finns kvar på den här sidan: tryck på Skicka igen om en stund.',
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
      steps: ['Inte så mycket', 'Lite', 'Ganska', 'Mycket', 'Jättemycket'],
    },
    wellbeing: { lowest: 'mycket dåligt', highest: 'mycket bra', steps: [] },
    recommendation: { lowest: 'inte alls', highest: 'mycket sannolikt', steps: [] },
  },
};

const en: PageTexts = {
  title: 'Tell us whether you were heard',
  opening:
    'Answering takes about a minute. We ask about your experience so that services can be made better.',
  voluntary: 'Answering is voluntary and changes nothing in your service. Your answer is anonymous.',
  notLive: 'Nobody is watching the answers right now.',
  emergency: 'If you or someone else is not safe, call 112.',
  helpline: 'Children and young people can also call 116 111.',
  complaint:
    'This is not a formal reminder or a complaint. The social ombudsperson of your county helps with those.',
  codeLabel: 'The code in the message',
  codeHint: 'The code is at the end of the message, such as ABCD-1234-… You can type or paste it.',
  proceed: 'Go on to the questions',
  mistyped:
    'This code does not work. Check that it is the same as in the message. If that does not help, ask the sender.',
  expired: 'This request can no longer be answered. Thank you for wanting to answer.',
  used: 'This code has been used already. Thank you!',
  nothingAnswered: 'Choose at least one answer before you send.',
  unavailable:
    'Your answer could not be saved just now. Your answers are still on this page: press Send again in a moment.',
  questionsTitle: 'Your experience',
  skip: 'You can skip any question.',
  noOpinion: "I don't know, or it does not concern me",
  formWay:
    'With this form the server handles your code and your answers together for a moment. It does not store them together.',
  send: 'Send my answers',
  thanksTitle: 'Thank you for your answers',
  thanks: 'Your answer has been received anonymously. You can close this page.',
  scales: {
    agreement: {
      lowest: 'fully disagree',
      highest: 'fully agree',
      steps: [
        'Fully disagree',
        'Somewhat disagree',
        'Neither agree nor disagree',
        'Somewhat agree',
        'Fully agree',
      ],
    },
    faces: {
      lowest: 'not so much',
      highest: 'very much',
      steps: ['Not so much', 'A little', 'Quite', 'A lot', 'Very much'],
    },
    wellbeing: { lowest: 'very bad', highest: 'very good', steps: [] },
    recommendation: { lowest: 'not at all', highest: 'very likely', steps: [] },
  },
};

export const pageTexts: Readonly<Record<Language, PageTexts>> = { fi, sv, en };
