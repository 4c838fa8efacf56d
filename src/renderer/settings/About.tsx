import { version } from '../../../package.json';
import { Section } from './Section.tsx';

/** Which Kith this is, where the journal lives, and whose letters it is set in. */
export function About() {
  return (
    <Section title="About Kith">
      <p>Version {version}.</p>
      <p>
        Your journal is one encrypted file in the folder that this computer keeps for Kith’s data. Kith opens
        no connection to any other computer: nothing is sent, and nothing is fetched.
      </p>
      <p>
        Set in Source Serif and Source Sans by Frank Grießhammer and Paul D. Hunt, © Adobe, under the SIL Open
        Font License 1.1. Kith itself is free software under the MIT license.
      </p>
    </Section>
  );
}
