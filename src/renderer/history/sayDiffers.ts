/** What a version has other than the present, in words; `same` if nothing. */
export function sayDiffers<Part extends string>(
  parts: readonly Part[],
  names: Readonly<Record<Part, string>>,
  same: string,
): string {
  return parts.length === 0 ? same : parts.map((part) => names[part]).join(', ');
}
