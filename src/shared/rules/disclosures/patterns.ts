import {
  passesCodiceFiscale,
  passesCpf,
  passesDni,
  passesIban,
  passesLuhn,
  passesNir,
} from './checkDigits.ts';

/** What a text may give away. */
export type DisclosureKind = 'card' | 'account' | 'nationalId' | 'plate' | 'address';

export interface DisclosurePattern {
  readonly kind: DisclosureKind;
  readonly pattern: RegExp;
  /** Whether what has the shape is one. */
  readonly isOne?: (found: string) => boolean;
}

const onlyDigits = (text: string) => text.replace(/\D/g, '');
const withoutSpaces = (text: string) => text.replace(/[ \u00A0.-]/g, '');

/** The beginnings of the large networks' numbers with their lengths (ISO/IEC 7812; those of the networks). */
const cardShapes =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|220[0-4]\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12,15}|6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12,15}|(?:50|5[6-9]|6\d)\d{11,17})$/;

/** Exactly as they are written by their states, so that little else is taken for them. */
const nationalIds: readonly DisclosurePattern[] = [
  // The United States: the Social Security Administration never gave 000, 666 or 9xx, nor 00, nor 0000.
  { kind: 'nationalId', pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\d-])/g },
  // The United Kingdom: the National Insurance number, by the rules of HMRC (NIM39110).
  {
    kind: 'nationalId',
    pattern: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b/g,
  },
  {
    kind: 'nationalId',
    pattern: /(?<![\d.])[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d\d ?\d{3} ?\d{3} ?\d\d(?![\d.])/g,
    isOne: (found) => passesNir(onlyDigits(found)),
  },
  {
    kind: 'nationalId',
    pattern: /(?<![\p{L}\d])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![\p{L}\d])/gu,
    isOne: (found) => passesDni(withoutSpaces(found)),
  },
  {
    kind: 'nationalId',
    pattern: /(?<![\d.-])\d{3}\.\d{3}\.\d{3}-\d\d(?![\d-])/g,
    isOne: (found) => passesCpf(onlyDigits(found)),
  },
  {
    kind: 'nationalId',
    pattern: /(?<![\p{L}\d])[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z](?![\p{L}\d])/gu,
    isOne: passesCodiceFiscale,
  },
  // Sweden: the day of birth, then four digits of which the last checks the others.
  {
    kind: 'nationalId',
    pattern: /(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}(?![\d-])/g,
    isOne: (found) => passesLuhn(onlyDigits(found).slice(-10)),
  },
];

const MONTHS = 'JAN|FEB|MAR|APR|MAY|MAI|JUN|JUL|AUG|SEP|OCT|OKT|NOV|DEC|DEZ';

/** In capitals and with the gaps that they have on the car: whatever looks less like one needs the word beside it. */
const plates: readonly DisclosurePattern[] = [
  // The United Kingdom since 2001.
  { kind: 'plate', pattern: /(?<![\p{L}\d-])[A-HJ-PR-Y]{2}\d\d ?[A-HJ-PR-Z]{3}(?![\p{L}\d-])/gu },
  // Germany: “B-MW 1234”, and not “DIN-A4”.
  {
    kind: 'plate',
    pattern: /(?<![\p{L}\d-])[A-ZÄÖÜ]{1,3}-(?:[A-Z]{2} ?\d{2,4}|[A-Z] ?\d{3,4})[EH]?(?![\p{L}\d-])/gu,
  },
  // France since 2009, and Italy since 1994.
  {
    kind: 'plate',
    pattern: /(?<![\p{L}\d-])[A-HJ-NP-TV-Z]{2}([- ])\d{3}\1[A-HJ-NP-TV-Z]{2}(?![\p{L}\d-])/gu,
  },
  // The Netherlands: “12-ABC-3”, and not “1-MAY-23”.
  {
    kind: 'plate',
    pattern: new RegExp(
      `(?<![\\p{L}\\d-])(?:\\d{2}-(?!${MONTHS})[A-Z]{3}-\\d|\\d-(?!${MONTHS})[A-Z]{3}-\\d{2}|[A-Z]{2}-\\d{3}-[A-Z]|[A-Z]-\\d{3}-[A-Z]{2})(?![\\p{L}\\d-])`,
      'gu',
    ),
  },
  // California.
  { kind: 'plate', pattern: /(?<![\p{L}\d-])[1-9][A-Z]{3}\d{3}(?![\p{L}\d-])/gu },
  // Anything that is called one.
  {
    kind: 'plate',
    pattern:
      /(?<=\b(?:[Pp]lates?|[Rr]egistration)(?: number| no\.?)?(?: (?:is|was|reads|says))?:? )[A-Z\d]{1,4}[ -]?[A-Z\d]{2,5}(?![\p{L}\d-])/gu,
    isOne: (found) => /\d/.test(found) && /[A-Z]/.test(found),
  },
];

const NAME = "\\p{Lu}[\\p{L}'’.-]{0,30}";
const STREET_WORDS =
  'Street|Road|Avenue|Lane|Drive|Close|Court|Place|Square|Terrace|Boulevard|Way|Crescent|Gardens|Grove|Hill|Row|Mews|Parkway|Highway|Quay|Wharf';

/** A house in a street; a street alone gives no door away. */
const addresses: readonly DisclosurePattern[] = [
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<![\\p{L}\\d.,:/-])\\d{1,5}[A-Za-z]?,? (?:${NAME} ){1,3}(?:(?:${STREET_WORDS})(?![\\p{L}])|(?:St|Rd|Ave|Ln|Blvd|Sq)(?=[.,;\\n]|$))`,
      'gu',
    ),
    // “In 1999 Oxford Street was closed.”
    isOne: (found) => !/^(?:1[5-9]|20)\d\d /.test(found),
  },
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}-])\p{Lu}[\p{L}-]{0,30}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ufer) \d{1,4} ?[a-h]?(?![\p{L}\d.])/gu,
  },
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}-])\p{Lu}[\p{L}-]{1,30} (?:Straße|Strasse|Weg|Platz|Allee|Gasse) \d{1,4} ?[a-h]?(?![\p{L}\d.])/gu,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|boulevard|impasse|quai|chemin|allée|avenue d\\S{0,3}) (?:de la |de l['’]|d['’]|des? |du )?${NAME}`,
      'gu',
    ),
  },
  // Of the United Kingdom: a postcode is about fifteen doors.
  {
    kind: 'address',
    pattern: /(?<![\p{L}\d-])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d-])/gu,
  },
];

/** The weightiest first: where two are found in the same place, the first counts. */
export const disclosurePatterns: readonly DisclosurePattern[] = [
  {
    kind: 'account',
    pattern:
      /(?<![\p{L}\d])[A-Z]{2}\d\d(?:[ \u00A0]?[A-Z\d]{4}){2,7}(?:[ \u00A0]?[A-Z\d]{1,3})?(?![\p{L}\d])/gu,
    isOne: (found) => passesIban(withoutSpaces(found)),
  },
  {
    kind: 'card',
    pattern: /(?<![\p{L}\d+.,/-])(?<!\+\d{1,3} )\d(?:[ \u00A0-]?\d){12,18}(?![\d\p{L}]|[.,/-]\d)/gu,
    isOne: (found) => cardShapes.test(onlyDigits(found)) && passesLuhn(onlyDigits(found)),
  },
  ...nationalIds,
  ...plates,
  ...addresses,
];
