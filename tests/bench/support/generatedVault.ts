import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOfNumber } from '../../../src/shared/models/day.ts';

const PEOPLE = 400;
const WORDS =
  'the a of river morning letter walked kitchen talked late garden song bridge winter paper asked'.split(' ');
const FIRST_DAY = 730_000;

/** Writes a folder of so many dated notes of about 150 words, each with a few links to people, the same every time. */
export function writeVault(folder: string, notes: number): void {
  const random = makeRandom(7);
  const people = Array.from({ length: PEOPLE }, (_, i) => `Person ${String.fromCharCode(65 + (i % 26))}${i}`);
  mkdirSync(join(folder, 'People'), { recursive: true });
  for (const name of people) {
    writeFileSync(
      join(folder, 'People', `${name}.md`),
      `---\ntags: [person]\nrelation: friend\n---\n\nNotes.\n`,
    );
  }
  for (let i = 0; i < notes; i++) {
    const day = dayOfNumber(FIRST_DAY + Math.floor(i / 3));
    const inside = join(folder, 'Journal', day.slice(0, 7));
    mkdirSync(inside, { recursive: true });
    const words = Array.from({ length: 150 }, () => WORDS[Math.floor(random() * WORDS.length)]);
    for (let link = 0; link < 3; link++)
      words[link * 40] = `[[${people[Math.floor(random() ** 2 * PEOPLE)]}]]`;
    writeFileSync(
      join(inside, `${day} ${i % 3}.md`),
      `---\ndate: ${day}\ntags: [t${i % 50}]\n---\n\n${words.join(' ')}\n`,
    );
  }
}

/** Mulberry32, after Tommy Ettinger: small, and good enough for text. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
