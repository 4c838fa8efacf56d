import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../../../src/shared/rules/disclosures/checkDigits.ts';
import { findDisclosures } from '../../../../src/shared/rules/disclosures/findDisclosures.ts';
import { makeMention } from '../../../../src/shared/rules/mentions.ts';
import { testId } from '../../../support/ids.ts';

const found = (text: string) => findDisclosures(text).map(({ kind, words }) => [kind, words]);

// The numbers are the examples that networks, banks and states publish for tests.
describe('findDisclosures', () => {
  it.each([
    ['My card is 4111 1111 1111 1111, thanks', 'card', '4111 1111 1111 1111'],
    ['4242424242424242', 'card', '4242424242424242'],
    ['Amex 3782-822463-10005.', 'card', '3782-822463-10005'],
    ['5555 5555 5555 4444', 'card', '5555 5555 5555 4444'],
    ['2223 0031 2200 3222', 'card', '2223 0031 2200 3222'],
    ['6011 1111 1111 1117', 'card', '6011 1111 1111 1117'],
    ['3056 930902 5904', 'card', '3056 930902 5904'],
    ['Pay to GB82 WEST 1234 5698 7654 32 please', 'account', 'GB82 WEST 1234 5698 7654 32'],
    ['DE89370400440532013000', 'account', 'DE89370400440532013000'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'account', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['NO93 8601 1117 947', 'account', 'NO93 8601 1117 947'],
    ['SSN 078-05-1120', 'nationalId', '078-05-1120'],
    ['NI number AB 12 34 56 C', 'nationalId', 'AB 12 34 56 C'],
    ['AB123456C', 'nationalId', 'AB123456C'],
    ['2 55 08 14 168 025 38', 'nationalId', '2 55 08 14 168 025 38'],
    ['DNI 12345678Z', 'nationalId', '12345678Z'],
    ['NIE X1234567L', 'nationalId', 'X1234567L'],
    ['CPF 529.982.247-25', 'nationalId', '529.982.247-25'],
    ['RSSMRA85T10A562S', 'nationalId', 'RSSMRA85T10A562S'],
    ['811228-9874', 'nationalId', '811228-9874'],
    ['He drives AB12 CDE now', 'plate', 'AB12 CDE'],
    ['B-MW 1234', 'plate', 'B-MW 1234'],
    ['M-A 123', 'plate', 'M-A 123'],
    ['AA-123-BC', 'plate', 'AA-123-BC'],
    ['12-ABC-3', 'plate', '12-ABC-3'],
    ['7ABC123', 'plate', '7ABC123'],
    ['Her licence plate is KLM 4821', 'plate', 'KLM 4821'],
    ['Number plate: XYZ-987', 'plate', 'XYZ-987'],
    ['I live at 221B Baker Street, upstairs', 'address', '221B Baker Street'],
    ['10 Downing Street', 'address', '10 Downing Street'],
    ['2600 Pennsylvania Avenue', 'address', '2600 Pennsylvania Avenue'],
    ['4 Old Mill Ln.', 'address', '4 Old Mill Ln'],
    ['Hauptstraße 12a in Ulm', 'address', 'Hauptstraße 12a'],
    ['Unter dem Berliner Platz 3', 'address', 'Berliner Platz 3'],
    ['12 rue de Rivoli', 'address', '12 rue de Rivoli'],
    ['Write to SW1A 2AA', 'address', 'SW1A 2AA'],
  ])('finds in %j %s', (text, kind, words) => {
    expect(found(text)).toEqual([[kind, words]]);
  });

  it.each([
    ['years', 'In 1999, 2024 2025 2026 2027, and from 1914-1918 to 1939-1945.'],
    ['years before a street', 'In 1999 Oxford Street was closed, since 2012 Baker Street as well.'],
    ['dates', '2026-11-22, 22/11/2026, 1-MAY-23, 12-NOV-24, 20261122'],
    ['times', '09:30-11:45, 5 PM, at A4 5PM'],
    ['telephone numbers', '+44 20 7946 0958, 020 7946 0958, (555) 010-9999, 555-010-9999, +49 30 123456789'],
    ['long telephone numbers', '+4915112345678, 0049 151 1234 5678, +1 4111 1111 1111 1111'],
    ['an ISBN', '978-0-306-40615-7, 9780306406157, ISBN 0-306-40615-2'],
    [
      'a number that fails its check',
      '4111 1111 1111 1112, GB82 WEST 1234 5698 7654 33, 12345678A, 529.982.247-26',
    ],
    ['numbers of no network', '9999999999999995 and 1234567890123452'],
    ['numbers that never were given', '000-12-3456, 666-12-3456, 900-12-3456, 123-00-4567, GB123456A'],
    ['amounts', '4,111,111,111,111,111 and 4111.1111 and 1 000 000 000 000'],
    ['sheets and standards', 'DIN-A4, ISO-9001, UTF-8, T-SQL 2019, COVID-19, MP3, H2O, B-52, AB12'],
    ['words in capitals', 'I AM 12, OK GO 2024, NHL 2012 NHL'],
    ['streets without a door', 'We met in Baker Street, on the Hill, 5 minutes down the Road.'],
    ['seasons', 'Spring 24, the ring 12, Weg 5'],
    ['people and plates', 'Two plates were broken, 12 of them. The plate is blue.'],
    ['a link', 'See [it](https://x.example/4111111111111111) and https://x.example/4242424242424242'],
    ['a mention', makeMention('Ann', testId(1))],
    ['a hash', 'a94a8fe5ccb19ba61c4c0873d391e987982fbcd3 4111111111111111abc'],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives what lies in the text, in order, apart, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('4242 4242 4242 4242', '10 Downing Street', 'AB12 CDE', 'SW1A 2AA', '078-05-1120', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { from, to, words } of findDisclosures(text)) {
          expect(text.slice(from, to)).toBe(words);
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
      }),
    );
  });

  it('finds every card of a large network, however it is parted, and none with a wrong digit', () => {
    const digits = fc
      .array(fc.nat({ max: 9 }), { minLength: 14, maxLength: 14 })
      .map((all) => `4${all.join('')}`);
    const separator = fc.constantFrom('', ' ', '-');
    fc.assert(
      fc.property(digits, separator, fc.nat({ max: 9 }), (first, between, wrong) => {
        const right = [...'0123456789'].find((digit) => passesLuhn(first + digit)) ?? '';
        const write = (last: string) => (first + last).replace(/(\d{4})(?=\d)/g, `$1${between}`);
        expect(found(`Take ${write(right)}.`)).toEqual([['card', write(right)]]);
        if (String(wrong) !== right) expect(found(write(String(wrong)))).toEqual([]);
      }),
    );
  });
});
