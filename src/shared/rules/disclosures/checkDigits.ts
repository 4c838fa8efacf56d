/** Whether a row of digits ends in the right check digit by Luhn's formula (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The remainder of a long row of digits. */
export function remainder(digits: string, by: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);
}

/** Whether an IBAN, without spaces, has the right check digits (ISO 13616-1, by ISO/IEC 7064 MOD 97-10). */
export function passesIban(iban: string): boolean {
  const moved = iban.slice(4) + iban.slice(0, 4);
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return remainder(digits, 97) === 1;
}

/** The French number of the social security: thirteen digits, then 97 less their remainder by 97. */
export function passesNir(digits: string): boolean {
  return 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** The Spanish DNI, or the NIE of foreigners, which begins with X, Y or Z: the letter is their remainder by 23. */
export function passesDni(dni: string): boolean {
  const number = dni.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return DNI_LETTERS[Number(number) % 23] === dni.at(-1);
}

/** The Brazilian CPF: eleven digits of which the last two are sums of the others, weighed, by 11. */
export function passesCpf(digits: string): boolean {
  const check = (length: number) => {
    const sum = [...digits.slice(0, length)].reduce(
      (total, digit, i) => total + Number(digit) * (length + 1 - i),
      0,
    );
    return ((sum * 10) % 11) % 10;
  };
  return !/^(\d)\1*$/.test(digits) && check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

// What a character in an odd place counts (Decreto ministeriale 12 marzo 1974); in an even one it is its place.
const ODD_VALUES = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** The Italian codice fiscale: the last letter is the sum of the others by 26. */
export function passesCodiceFiscale(code: string): boolean {
  const placeOf = (character: string) =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
  const sum = [...code.slice(0, 15)].reduce((total, character, i) => {
    const place = placeOf(character);
    return total + (i % 2 === 0 ? (ODD_VALUES[place] ?? 0) : place);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === code.at(-1);
}
