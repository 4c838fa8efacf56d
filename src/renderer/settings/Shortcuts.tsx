import { runCommand } from '../app/useCommands.ts';
import { Button } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Section } from './Section.tsx';

/** The way to the sheet of keys. */
export function Shortcuts() {
  return (
    <Section title="Keys">
      <p>
        Everything in Kith can be done from the keyboard. <Kbd keys="?" /> shows how, from any page.
      </p>
      <Button icon="keyboard" onPress={() => runCommand('shortcuts')}>
        Show the keys
      </Button>
    </Section>
  );
}
