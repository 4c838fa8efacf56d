import type { JournalOutput } from '../../shared/contract/index.ts';
import type { PersonName } from '../../shared/models/person.ts';
import { type Introducer, sayIntroductions } from '../../shared/rules/network/introductions.ts';
import styles from './IntroducedBy.module.css';
import { SentenceParts } from './SentenceParts.tsx';

export interface IntroducedByProps extends Pick<JournalOutput<'ties.list'>, 'introducedBy' | 'introduced'> {
  readonly person: PersonName;
}

/** Who introduced somebody, and whom they introduced: “Lisa introduced Sam.”, “Sam introduced Ada and Tom.” */
export function IntroducedBy({ person, introducedBy, introduced }: IntroducedByProps) {
  const those = introduced.map((one) => ({
    person: one.person,
    introduced: one.introduced.map((two): Introducer => ({ person: two.person, introduced: [] })),
  }));
  const sentences = [
    ...(introducedBy
      ? sayIntroductions({ person: introducedBy, introduced: [{ person, introduced: [] }] })
      : []),
    ...sayIntroductions({ person, introduced: those }),
  ];
  if (sentences.length === 0) return null;
  return (
    <p className={styles['introduced']}>
      {sentences.map((parts, i) => (
        <SentenceParts key={i} parts={parts} here={person.id} />
      ))}
    </p>
  );
}
