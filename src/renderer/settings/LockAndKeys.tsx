import { useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import type { SlotKind } from '../../shared/rules/keySlots.ts';
import { mayRemove } from '../../shared/rules/keySlots.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { KeyDialog, type KeyTask } from '../vault/KeyDialog.tsx';
import { lockNow } from '../vault/lockNow.ts';
import styles from './LockAndKeys.module.css';
import { Section } from './Section.tsx';
import { type IdleMinutes, useIdleLockChoice } from './useIdleLock.ts';

const idleTimes: readonly { readonly value: `${number}` | 'never'; readonly label: string }[] = [
  { value: '1', label: 'After a minute' },
  { value: '2', label: 'After two minutes' },
  { value: '5', label: 'After five minutes' },
  { value: '10', label: 'After ten minutes' },
  { value: '15', label: 'After a quarter of an hour' },
  { value: '30', label: 'After half an hour' },
  { value: '60', label: 'After an hour' },
  { value: 'never', label: 'Never' },
];

/** When the journal locks, and what opens it. */
export function LockAndKeys() {
  const { data: status } = useJournal('vault.status', {});
  const [task, setTask] = useState<KeyTask | null>(null);
  return (
    <Section title="Lock and keys">
      <IdleLock />
      {status && <Keys status={status} onTask={setTask} />}
      {status && task && <KeyDialog key={task} task={task} status={status} onClose={() => setTask(null)} />}
    </Section>
  );
}

function IdleLock() {
  const [minutes, choose] = useIdleLockChoice();
  if (minutes === undefined) return null;
  return (
    <div className={styles['row']}>
      <Select
        label="Lock by itself when nobody is at the computer"
        value={minutes === null ? 'never' : (`${minutes}` as const)}
        options={idleTimes}
        onChange={(value) => choose(value === 'never' ? null : (Number(value) as IdleMinutes))}
      />
      <Button icon="lock" onPress={lockNow}>
        Lock now
      </Button>
    </div>
  );
}

interface KeysProps {
  readonly status: VaultStatus;
  readonly onTask: (task: KeyTask) => void;
}

function Keys({ status, onTask }: KeysProps) {
  const { data: keyring } = useJournal('vault.keyring', {});
  const { slots } = status;
  const has = (kind: SlotKind) => slots.includes(kind);
  const why = keyring?.why ?? null;
  return (
    <dl className={styles['keys']}>
      <Key
        name="Passphrase"
        says={has('passphrase') ? 'It opens the journal anywhere.' : 'The journal has none.'}
      >
        <Button size="s" onPress={() => onTask('changePassphrase')}>
          {has('passphrase') ? 'Change it…' : 'Add one…'}
        </Button>
        {mayRemove(slots, 'passphrase') && (
          <Button size="s" variant="plain" onPress={() => onTask('removePassphrase')}>
            Remove it…
          </Button>
        )}
      </Key>
      <Key name="Recovery key" says={sayRecoveryKey(status)}>
        <Button size="s" onPress={() => onTask('makeRecoveryKey')}>
          {has('recoveryKey') ? 'Make a new one…' : 'Make one…'}
        </Button>
      </Key>
      <Key name="This computer" says={sayThisComputer(has('thisComputer'), why)}>
        {!has('thisComputer') && why === null && (
          <Button size="s" onPress={() => onTask('addThisComputer')}>
            Let it open the journal…
          </Button>
        )}
        {mayRemove(slots, 'thisComputer') && (
          <Button size="s" onPress={() => onTask('removeThisComputer')}>
            Ask again from now on…
          </Button>
        )}
      </Key>
      <Key
        name="The journal’s own key"
        says="If somebody may have had a key of this journal, encrypt all of it anew under another."
      >
        <Button size="s" onPress={() => onTask('rekey')}>
          Encrypt it anew…
        </Button>
      </Key>
    </dl>
  );
}

function Key({
  name,
  says,
  children,
}: {
  readonly name: string;
  readonly says: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className={styles['key']}>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['what']}>
        <p>{says}</p>
        <div className={styles['actions']}>{children}</div>
      </dd>
    </div>
  );
}

function sayRecoveryKey({ recoveryKeyWritten }: VaultStatus): string {
  if (recoveryKeyWritten === null) return 'There is none. Without one, a forgotten passphrase is final.';
  return recoveryKeyWritten
    ? 'You have it on paper. It opens the journal when everything else is lost.'
    : 'There is one, but you have not said that you wrote it down. If you did not, make a new one.';
}

function sayThisComputer(isOn: boolean, why: string | null): string {
  if (isOn) {
    return 'It opens the journal without asking. Copied files and a stolen disk tell nothing; whoever sits here while you are logged in can read it.';
  }
  return why ?? 'Kith asks for the passphrase each time. This computer could open the journal for you.';
}
