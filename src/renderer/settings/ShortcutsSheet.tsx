import { Dialog } from '../ui/Dialog.tsx';
import { ShortcutTables } from './ShortcutTables.tsx';

/** The keys, called up with `?` over whatever page one is on. */
export function ShortcutsSheet({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose} size="l">
      <ShortcutTables />
    </Dialog>
  );
}
