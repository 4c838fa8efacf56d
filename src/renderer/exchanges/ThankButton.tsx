import { callName, type PersonName } from '../../shared/models/person.ts';
import { askToWrite } from '../app/writing.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';

/** Begins an entry of thanks to one of the people. Nothing where nobody is known. */
export function ThankButton({ people }: { readonly people: readonly PersonName[] }) {
  const [first, ...others] = people;
  if (!first) return null;
  const thank = ({ id }: PersonName) => askToWrite({ personId: id, mark: 'thanked' });
  if (others.length === 0) {
    return (
      <Button size="s" variant="plain" aria-label={`Thank ${callName(first)}`} onPress={() => thank(first)}>
        Thank
      </Button>
    );
  }
  return (
    <Menu
      label="Whom to thank"
      trigger={
        <Button size="s" variant="plain">
          Thank
        </Button>
      }
      actions={people.map((person) => ({
        id: person.id,
        label: person.name,
        onAction: () => thank(person),
      }))}
    />
  );
}
