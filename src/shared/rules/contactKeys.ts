import type { ContactWay } from '../models/person.ts';

export interface ContactKey {
  readonly kind: 'email' | 'phone' | 'url';
  /** Equal for two values that reach the same. */
  readonly key: string;
}

/**
 * By what a way to reach somebody is the same as another: an e-mail address in lower case; the last digits of a phone
 * number, whatever stands before them for the country; a profile's address without what browsers add. Nothing for an
 * address of a house, which families share.
 */
export function contactKeys({
  kind,
  label,
  value,
}: Pick<ContactWay, 'kind' | 'label' | 'value'>): ContactKey[] {
  const text = value.trim().toLowerCase();
  switch (kind) {
    case 'email':
      return text.includes('@') ? [{ kind: 'email', key: text.replace(/^mailto:/, '') }] : [];
    case 'phone':
      return phoneKey(text);
    case 'url':
      return urlKey(text);
    case 'handle':
      // A handle says something only together with where it is one.
      return label.trim() === ''
        ? []
        : [{ kind: 'url', key: `${label.trim().toLowerCase()} ${text.replace(/^@/, '')}` }];
    case 'address':
    case 'other':
      return [];
  }
}

/** Fewer digits are an extension; more than these are the prefixes of a country and of long distance. */
const FEWEST_DIGITS = 6;
const TELLING_DIGITS = 9;

function phoneKey(text: string): ContactKey[] {
  const digits = text
    .replace(/^tel:/, '')
    // What is dialled after the number was answered.
    .replace(/(?:ext\.?|x|#|;).*$/, '')
    // “+44 (0)20 …”: the zero is not dialled from abroad.
    .replace(/\(0\)/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  if (digits.length < FEWEST_DIGITS) return [];
  return [{ kind: 'phone', key: digits.slice(-TELLING_DIGITS) }];
}

function urlKey(text: string): ContactKey[] {
  const key = text
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:www|m|mobile)\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  // A site alone is that of a firm.
  return key.includes('/') ? [{ kind: 'url', key }] : [];
}
