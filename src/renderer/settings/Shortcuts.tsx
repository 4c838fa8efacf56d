import { Section } from './Section.tsx';
import { ShortcutTables } from './ShortcutTables.tsx';

/** The keys, on the settings page. */
export function Shortcuts() {
  return (
    <Section title="Keys">
      <ShortcutTables />
    </Section>
  );
}
