/** `text` without Kith's own marks (`!promise`). */
export function withoutMarkWords(text: string): string {
  return text.replace(/(?<!\S)!\p{L}+[.,;]?(?!\S)/gu, '');
}
