import { agreement, faces, recommendation, wellbeing, type Question } from './question.ts';
import { formTextOf, type ItemKey } from './wordings.ts';

const statement = (key: ItemKey, fi: string, sv: string, en: string): Question => ({
  key,
  scale: agreement,
  text: { fi, sv, en },
  formText: formTextOf(key),
});

/** The question bank, in Kuultu's own wording (CC BY 4.0). Each item is asked the same way in every form. */
export const bank = {
  heard: statement('heard', 'Minua kuunneltiin.', 'Man lyssnade på mig.', 'I was listened to.'),
  respect: statement(
    'respect',
    'Minua kohdeltiin arvostavasti.',
    'Jag bemöttes med respekt.',
    'I was treated with respect.',
  ),
  part: statement(
    'part',
    'Sain olla mukana suunnittelemassa.',
    'Jag fick vara med och planera.',
    'I could take part in planning.',
  ),
  aim: statement(
    'aim',
    'Tiedän, mihin tällä työllä pyritään.',
    'Jag vet vad vi försöker nå med det här arbetet.',
    'I know what this work is aiming at.',
  ),
  trust: statement(
    'trust',
    'Voin luottaa työntekijään.',
    'Jag kan lita på arbetstagaren.',
    'I can trust the worker.',
  ),
  skill: statement(
    'skill',
    'Työntekijä osasi auttaa meitä.',
    'Arbetstagaren kunde hjälpa oss.',
    'The worker knew how to help us.',
  ),
  enough: statement(
    'enough',
    'Saimme apua riittävästi.',
    'Vi fick tillräckligt med hjälp.',
    'We got enough help.',
  ),
  timely: statement('timely', 'Saimme apua ajoissa.', 'Vi fick hjälp i tid.', 'We got help in time.'),
  reach: statement(
    'reach',
    'Tavoitan työntekijän, kun tarvitsen.',
    'Jag får tag på arbetstagaren när jag behöver.',
    'I can reach the worker when I need to.',
  ),
  same: statement(
    'same',
    'Sama työntekijä on jatkanut kanssamme.',
    'Samma arbetstagare har fortsatt med oss.',
    'The same worker has stayed with us.',
  ),
  benefit: statement(
    'benefit',
    'Tästä on ollut minulle hyötyä.',
    'Jag har haft nytta av det här.',
    'This has been of use to me.',
  ),
  agreed: statement(
    'agreed',
    'Sovituista asioista pidettiin kiinni.',
    'Man höll det man kom överens om.',
    'Agreements were kept.',
  ),
  goalsMet: statement('goals-met', 'Tavoitteet toteutuivat.', 'Målen nåddes.', 'Goals were met.'),
  goalsReviewed: statement(
    'goals-reviewed',
    'Tavoitteita arvioitiin säännöllisesti.',
    'Målen utvärderades regelbundet.',
    'Goals were reviewed regularly.',
  ),
  documents: statement(
    'documents',
    'Asiakirjat olivat laadukkaita.',
    'Dokumenten höll god kvalitet.',
    'Documents were of good quality.',
  ),
  contact: statement('contact', 'Yhteydenpito toimi.', 'Kontakten fungerade.', 'Contact worked well.'),
  tailored: statement(
    'tailored',
    'Palvelu räätälöitiin lapsen tarpeisiin.',
    'Servicen anpassades efter barnets behov.',
    "The service was tailored to the child's needs.",
  ),
  childPart: statement(
    'child-part',
    'Lapsi sai olla osallinen.',
    'Barnet fick vara delaktigt.',
    'The child could take part.',
  ),
  price: statement(
    'price',
    'Hinta vastaa lapsen saamaa palvelua.',
    'Priset motsvarar den service barnet får.',
    'The price matches the service the child gets.',
  ),
  renewing: statement(
    'renewing',
    'Organisaatio uudistuu.',
    'Organisationen förnyar sig.',
    'The organisation renews itself.',
  ),
  wellbeing: {
    key: 'wellbeing',
    scale: wellbeing,
    text: { fi: 'Millaiseksi koet vointisi nyt?', sv: 'Hur mår du nu?', en: 'How are you feeling now?' },
    formText: formTextOf('wellbeing'),
  },
  recommend: {
    key: 'recommend',
    scale: recommendation,
    text: {
      fi: 'Kuinka todennäköisesti suosittelisit saamaasi palvelua läheisellesi tai ystävällesi?',
      sv: 'Hur sannolikt är det att du skulle rekommendera servicen till en närstående eller vän?',
      en: 'How likely would you be to recommend the service to a family member or friend in the same situation?',
    },
    formText: formTextOf('recommend'),
  },
  // A worker got no service, and has no friend in mind: another question, so it is never added to the one above.
  recommendPartner: {
    key: 'recommend-partner',
    scale: recommendation,
    text: {
      fi: 'Kuinka todennäköisesti suosittelisit tätä palvelua kollegalle, jonka asiakas on samanlaisessa tilanteessa?',
      sv: 'Hur sannolikt är det att du skulle rekommendera den här servicen till en kollega vars klient är i samma situation?',
      en: 'How likely would you be to recommend this service to a colleague whose client is in the same situation?',
    },
    formText: formTextOf('recommend-partner'),
  },
} as const satisfies Record<string, Question>;

const forChildren = (key: ItemKey, fi: string, sv: string, en: string): Question => ({
  key,
  scale: faces,
  text: { fi, sv, en },
  formText: formTextOf(key),
});

/**
 * The same for children of 7 to 12, in words of their own. Faces are all friendly, so their mean is no agreement: each is an
 * item of its own, and never added to what others were asked.
 */
export const childBank = {
  heard: forChildren(
    'heard-faces',
    'Aikuiset kuuntelivat minua.',
    'De vuxna lyssnade på mig.',
    'The grown-ups listened to me.',
  ),
  respect: forChildren(
    'respect-faces',
    'Minulle oltiin ystävällisiä.',
    'De var snälla mot mig.',
    'People were kind to me.',
  ),
  part: forChildren(
    'part-faces',
    'Sain kertoa, mitä minä haluan.',
    'Jag fick berätta vad jag vill.',
    'I could say what I want.',
  ),
  benefit: forChildren('benefit-faces', 'Minua on autettu.', 'Jag har fått hjälp.', 'I have been helped.'),
} as const satisfies Readonly<Record<string, Question>>;
