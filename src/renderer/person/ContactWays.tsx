import { useEffect, useState } from 'react';
import type { ContactWay } from '../../shared/models/person.ts';
import { openExternal } from '../journal-client/index.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './ContactWays.module.css';

export const contactKindNames: Readonly<Record<ContactWay['kind'], string>> = {
  email: 'Email',
  phone: 'Phone',
  address: 'Address',
  url: 'Web page',
  handle: 'Handle',
  other: 'Other',
};

const icons: Readonly<Record<ContactWay['kind'], IconName>> = {
  email: 'email',
  phone: 'call',
  address: 'letter',
  url: 'social',
  handle: 'person',
  other: 'note',
};

const SAY_COPIED_MS = 2_000;

/** Ways to reach somebody. A press copies one; what can be opened has a second button for that. */
export function ContactWays({ ways }: { readonly ways: readonly ContactWay[] }) {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return undefined;
    const timer = setTimeout(() => setCopied(null), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    setCopied(value);
  };

  return (
    <>
      <ul className={styles['ways']} aria-label="Ways to reach them">
        {ways.map((way) => (
          <li key={`${way.kind} ${way.label} ${way.value}`} className={styles['way']}>
            <Way way={way} isCopied={copied === way.value} onCopy={() => void copy(way.value)} />
          </li>
        ))}
      </ul>
      <p role="status" className="visually-hidden">
        {copied !== null && 'Copied.'}
      </p>
    </>
  );
}

interface WayProps {
  readonly way: ContactWay;
  readonly isCopied: boolean;
  readonly onCopy: () => void;
}

function Way({ way, isCopied, onCopy }: WayProps) {
  const address = addressOf(way);
  return (
    <>
      <button
        type="button"
        className={styles['copy']}
        title="Copy"
        aria-label={sayCopy(way)}
        onClick={onCopy}
      >
        <Icon name={isCopied ? 'check' : icons[way.kind]} size={16} />
        <bdi className={styles['value']}>{way.value}</bdi>
        <span className={styles['label']}>{isCopied ? 'Copied' : way.label}</span>
      </button>
      {address !== null && (
        <IconButton
          label={way.kind === 'email' ? `Write to ${way.value}` : `Open ${way.value}`}
          icon="external"
          size="s"
          onPress={() => void openExternal(address)}
        />
      )}
    </>
  );
}

function sayCopy({ kind, label, value }: ContactWay): string {
  return `Copy ${contactKindNames[kind].toLowerCase()} ${value}${label === '' ? '' : `, ${label}`}`;
}

/** What the desktop can open for a contact way, if anything. */
function addressOf({ kind, value }: ContactWay): string | null {
  if (kind === 'email') return `mailto:${encodeURIComponent(value.trim()).replace('%40', '@')}`;
  if (kind !== 'url') return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`;
  return URL.canParse(address) && /^https?:/i.test(address) ? address : null;
}
