import { municipalities } from '../simulation/client-information-system/service-field.ts';
import type { Endpoints } from '../endpoints.ts';
import { askAs } from './staff.ts';

const [largest] = municipalities.toSorted((a, b) => b.weight - a.weight);
if (largest === undefined) throw new Error('the invented field has no municipality');

/** Identifier of the unit that shows its figures to everyone: that of which most people are asked. */
export const publicUnit = largest.socialWork.id;

const publicRegion = largest.region.name;

/** What the unit answers to what it has heard. */
const pairs = [
  {
    said: {
      fi: 'Toivoitte, että kerromme etukäteen, ketkä tulevat tapaamiseen.',
      sv: 'Ni önskade att vi i förväg berättar vilka som kommer till mötet.',
      en: 'You wished to know beforehand who comes to a meeting.',
    },
    did: {
      fi: 'Kutsussa lukee nyt, ketkä ovat paikalla ja miksi.',
      sv: 'I kallelsen står nu vilka som är med och varför.',
      en: 'The invitation now says who will be there, and why.',
    },
  },
  {
    said: {
      fi: 'Papereissa oli vaikeita sanoja.',
      sv: 'Det fanns svåra ord i papperen.',
      en: 'There were difficult words in the papers.',
    },
    did: {
      fi: 'Kirjoitamme jokaisesta tapaamisesta lyhyen yhteenvedon selkeällä kielellä.',
      sv: 'Vi skriver en kort sammanfattning av varje möte på ett enkelt språk.',
      en: 'We write a short summary of every meeting in plain words.',
    },
  },
] as const;

/** What a region answers, which people see once they have answered; the rest of the field has nothing to tell. */
const regionPairs = [
  {
    said: {
      fi: 'Toivoitte apua nopeammin.',
      sv: 'Ni önskade hjälp snabbare.',
      en: 'You wished for help sooner.',
      'fi-x-selko': 'Te sanoitte, että apu tuli liian myöhään.',
    },
    did: {
      fi: 'Perhetyöhön pääsee nyt kahdessa viikossa.',
      sv: 'Familjearbetet börjar nu inom två veckor.',
      en: 'Family work now begins within two weeks.',
      'fi-x-selko': 'Nyt saat perhetyön apua kahden viikon kuluessa.',
    },
  },
] as const;

/** Writes what was done in answer to a quarter, as an administrator does. */
export async function tellWhatWasDone(endpoints: Endpoints, quarter: string): Promise<void> {
  const path = `/v1/actions/units/${publicUnit}/${quarter}`;
  await askAs(endpoints, path, { role: 'admin', method: 'PUT', body: { pairs } });
  const ofRegion = `/v1/actions/regions/${encodeURIComponent(publicRegion)}/${quarter}`;
  await askAs(endpoints, ofRegion, { role: 'admin', method: 'PUT', body: { pairs: regionPairs } });
}

/**
 * Opens the public digest of a quarter as anybody can.
 *
 * @returns its address
 * @throws Error when it is not there, or has no figure, or does not say what was done
 */
export async function openDigest({ web }: Endpoints, quarter: string): Promise<string> {
  const address = new URL(`/fi/digests/${publicUnit}/${quarter}`, web).href;
  const response = await fetch(address);
  const page = await response.text();
  const isWhole = page.includes('class="questions"') && pairs.every(({ did }) => page.includes(did.fi));
  if (!response.ok || !isWhole)
    throw new Error(
      `the digest of ${publicUnit} for ${quarter} answered ${response.status}, and is not whole`,
    );
  return address;
}
