import type { Text } from '../vocabulary.ts';
import type { ReleaseId } from './release.ts';

const mixed: Text = {
  fi: 'Luvuissa ovat mukana myös toimenpiteet, jotka voivat olla vastoin asiakkaan tahtoa. Taulukko T3 näyttää ne erikseen; älä vertaa niitä vapaaehtoisiin palveluihin.',
  sv: 'I siffrorna ingår också åtgärder som kan vara mot klientens vilja. Tabell T3 visar dem för sig; jämför dem inte med frivilliga tjänster.',
  en: 'The figures include measures that may be against the client’s will. Table T3 shows them apart; do not compare them with voluntary services.',
};
const apart: Text = {
  fi: 'Kohdat, joissa toimenpide voi olla vastoin asiakkaan tahtoa, on merkitty (voluntary = false). Älä vertaa niitä vapaaehtoisiin palveluihin.',
  sv: 'Åtgärder som kan vara mot klientens vilja är markerade (voluntary = false). Jämför dem inte med frivilliga tjänster.',
  en: 'Measures that may be against the client’s will are marked (voluntary = false). Do not compare them with voluntary services.',
};
const together: Text = {
  fi: 'Luvut kertovat, mitkä asiat kulkevat yhdessä suosittelun kanssa. Ne eivät kerro syistä.',
  sv: 'Siffrorna visar vad som hänger ihop med rekommendationen. De säger ingenting om orsaker.',
  en: 'The figures tell what goes together with the recommendation. They say nothing of causes.',
};
const heldBack: Text = {
  fi: 'Lukuja, jotka perustuvat liian harvoihin vastauksiin, ei näytetä. Näyttämättä jätetty ja tyhjä näyttävät samalta.',
  sv: 'Siffror som bygger på för få svar visas inte. Det som inte visas och det som är tomt ser likadant ut.',
  en: 'Figures that rest on too few answers are not shown. What is held back and what is empty look the same.',
};

/** What a reader of a table must know. */
export function notesOf(table: ReleaseId): Text[] {
  if (table === 'D1') return [together, mixed, heldBack];
  if (table === 'R1' || table === 'C1') return [heldBack];
  return [table === 'T3' ? apart : mixed, heldBack];
}
