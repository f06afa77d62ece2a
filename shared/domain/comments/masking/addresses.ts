import { places } from './names/capitalised-words.ts';
import { spansOf, type Span } from './span.ts';

const cases = '(?:n|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|a|ä|na|nä|t|in|lin|een|seen)?';
const number = String.raw`\d{1,4}(?: ?[-–/] ?\d{1,3})?(?: ?[a-zåäö](?![\p{L}]))?(?: ?\d{1,3}(?!\d))?(?: (?:as|bst|lgh|apt|asunto|rappu|lägenhet)\.? ?\d{1,4})?`;

/** Ends of the names of streets, by the stems that endings are put to. */
const finnish =
  'katu|kadu|tie|kuja|polku|polu|kaari|kaare|rinne|rintee|raitti|raiti|väylä|aukio|tori|penger|penkeree|ranta|ranna|rantatie|' +
  'puistikko|puistiko|puisto|puiston|bulevardi|esplanadi|laita|linja|portti|porti|silta|silla|taival|tanhua|piha|kierros|mäki|mäe|kallio|harju|' +
  'kulma|kehä|kierto|kierro|reuna|kannas|niemi|nieme|niitty|niity|ura|valkama|metsä|kylä|pelto|pello|ahde|ahtee|aho|lehto|lehdo|notko|notko';
const swedish =
  'gatan|gata|gatans|vägen|väg|gränden|gränd|stigen|stig|allén|torget|kajen|backen|stranden|platsen|plan|bågen|esplanaden|svängen|ringen|' +
  'stråket|leden|brinken|parken|hagen|kroken|udden|dalen|bron';

const patterns = [
  new RegExp(String.raw`(?<![\p{L}-])\p{L}[\p{L}-]{1,30}(?:${finnish})${cases} {1,2}${number}`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}-])\p{L}[\p{L}-]{0,30}(?:${swedish}) {1,2}${number}`, 'giu'),
  // With a space before it: "Iso tie 5", "Stora vägen 5".
  new RegExp(
    String.raw`(?<![\p{L}-])\p{Lu}\p{L}{1,20} (?:katu|tie|kuja|polku|gatan|vägen|gränden|stigen) {1,2}${number}`,
    'gu',
  ),
  // Without a number: only what is hardly ever anything else.
  new RegExp(
    String.raw`(?<![\p{L}-])\p{Lu}[\p{L}-]{2,30}(?:katu|kadu|kuja|polku|polu|gatan|vägen|gränden)${cases}(?!\p{L})`,
    'gu',
  ),
  /(?<![\p{L}\d])\d{1,4}[a-z]? \p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20})? (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Way)(?!\p{L})/gu,
  /(?<![\p{L}\d])\p{Lu}\p{L}{1,20} (?:Street|Road|Avenue|Lane|Drive) \d{1,4}(?!\d)/gu,
  /(?<![\p{L}\d])(?:PL|PB|P\.? ?O\.? ?Box|postilokero) ?\d{1,5}(?!\d)/giu,
  // A postal code and a town: with a capital any, otherwise one that is known.
  /(?<![\p{L}\d])(?:fi-?|ax-?)?\d{5},? {1,2}\p{Lu}\p{L}{1,30}(?:[ -]\p{Lu}\p{L}{1,20})?/gu,
  new RegExp(String.raw`(?<![\p{L}\d])(?:fi-?|ax-?)?\d{5},? {1,2}(?:${places.join('|')})(?!\p{L})`, 'giu'),
  /(?<=(?:postinumero|postnummer|postal code|postcode)(?:mme|ni|nsa|t|et)?(?: on| är| is)?:? {0,2})\d{5}(?!\d)/giu,
];

/** Streets with a number, postal codes with a town, boxes; of streets without a number those that are certainly such. */
export const findAddresses = (text: string): Span[] => spansOf(text, 'address', patterns);
