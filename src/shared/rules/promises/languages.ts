import { english } from './english/english.ts';
import type { PromiseLanguage } from './language.ts';

/** All languages in which promises are found. A text need not say which one it is in. */
export const promiseLanguages: readonly PromiseLanguage[] = [english];
