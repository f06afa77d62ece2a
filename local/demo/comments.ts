import type { Draws } from '../simulation/draws.ts';

type Written = 'fi' | 'sv' | 'en';
/** Sentences that begin a comment, and others that may follow any of them. */
type Sentences = { readonly first: readonly string[]; readonly second: readonly string[] };

const content: Readonly<Record<Written, Sentences>> = {
  fi: {
    first: [
      'Minua kuunneltiin rauhassa.',
      'Tapaamisessa oli hyvä tunnelma.',
      'Asiat selitettiin niin, että ne ymmärsi.',
      'Työntekijä oli ystävällinen ja suora.',
      'Sain sanoa, mitä ajattelen.',
      'Sovimme selvästi, mitä seuraavaksi tehdään.',
    ],
    second: [
      'Siitä iso kiitos.',
      'Jatkakaa samaan malliin.',
      'Aikaa olisi saanut olla vähän enemmän.',
      'Kirjallinen yhteenveto jälkikäteen auttoi paljon.',
      'Olisi hyvä tietää etukäteen, ketkä ovat paikalla.',
      'Oli helpottavaa, että sama työntekijä pysyi mukana.',
      'Puhelimeen vastattiin, kun minulla oli asiaa.',
    ],
  },
  sv: {
    first: [
      'Man lyssnade på mig i lugn och ro.',
      'Stämningen på mötet var bra.',
      'Allt förklarades så att man förstod.',
      'Personalen var vänlig och rak.',
      'Jag fick säga vad jag tycker.',
      'Vi kom tydligt överens om vad som händer härnäst.',
    ],
    second: [
      'Stort tack för det.',
      'Fortsätt på samma sätt.',
      'Det hade gärna fått finnas lite mer tid.',
      'Den skriftliga sammanfattningen efteråt var till stor hjälp.',
      'Det vore bra att i förväg få veta vilka som är med.',
      'Det var en lättnad att samma person var med hela tiden.',
      'De svarade i telefon när jag ringde.',
    ],
  },
  en: {
    first: [
      'They took the time to listen to me.',
      'The mood at the meeting was good.',
      'Things were explained so that I understood them.',
      'The staff were friendly and straightforward.',
      'I could say what I think.',
      'We agreed clearly on what happens next.',
    ],
    second: [
      'Thank you very much for that.',
      'Please go on like this.',
      'A little more time would have been good.',
      'The written summary afterwards helped a lot.',
      'It would be good to know beforehand who will be there.',
      'It was a relief that the same person stayed with us.',
      'Somebody answered the phone when I called.',
    ],
  },
};

const discontent: Readonly<Record<Written, Sentences>> = {
  fi: {
    first: [
      'Tapaaminen alkoi myöhässä ja tuntui kiireiseltä.',
      'En oikein tiedä, mitä nyt tapahtuu.',
      'Työntekijä vaihtui taas.',
      'Minun mielipidettäni ei kysytty.',
      'Papereissa oli vaikeita sanoja.',
      'Yhteyttä oli vaikea saada.',
    ],
    second: [
      'Toivon, että ensi kerralla on enemmän aikaa.',
      'Toivon, että asioista kerrotaan ajoissa.',
      'Jouduin selittämään saman asian moneen kertaan.',
      'Olisin halunnut tietää, miksi näin päätettiin.',
      'Muuten yhteistyö on sujunut.',
      'Tapaisin mieluummin kotona kuin toimistolla.',
    ],
  },
  sv: {
    first: [
      'Mötet började sent och kändes stressigt.',
      'Jag vet inte riktigt vad som händer nu.',
      'Socialarbetaren byttes ut igen.',
      'Ingen frågade vad jag tycker.',
      'Det fanns svåra ord i papperen.',
      'Det var svårt att få kontakt.',
    ],
    second: [
      'Jag hoppas att det finns mer tid nästa gång.',
      'Jag hoppas att vi får veta saker i tid.',
      'Jag fick förklara samma sak många gånger.',
      'Jag hade velat veta varför det blev så här.',
      'I övrigt har samarbetet fungerat.',
      'Jag skulle hellre träffas hemma än på kontoret.',
    ],
  },
  en: {
    first: [
      'The meeting started late and felt rushed.',
      'I do not really know what happens now.',
      'The social worker changed again.',
      'Nobody asked what I think.',
      'There were difficult words in the papers.',
      'It was hard to get hold of anyone.',
    ],
    second: [
      'I hope that there is more time next time.',
      'I hope that we are told things in time.',
      'I had to explain the same thing many times.',
      'I would have liked to know why it was decided like this.',
      'Otherwise we have worked together well.',
      'I would rather meet at home than at the office.',
    ],
  },
};

/**
 * What an invented respondent writes, in the language of the page; in English where it is none of ours.
 *
 * @param language of the page, such as `fi` or `fi-x-selko`
 * @param draws the respondent's own
 */
export function commentOf(isContent: boolean, language: string, draws: Draws): string {
  const [spoken = ''] = language.split('-');
  const written = spoken === 'fi' || spoken === 'sv' ? spoken : 'en';
  const { first, second } = (isContent ? content : discontent)[written];
  return draws.chance(0.3) ? draws.oneOf(first) : `${draws.oneOf(first)} ${draws.oneOf(second)}`;
}
