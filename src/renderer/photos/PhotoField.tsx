import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import { askJournal } from '../journal-client/index.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './PhotoField.module.css';
import { shrinkPicture } from './shrinkPicture.ts';

export interface PhotoFieldProps {
  /** Whose photo it is. */
  readonly id: string;
  readonly name: string;
  readonly photoId: string | null;
  readonly onChange: (photoId: string | null) => void;
}

/** A photo of somebody: chosen from the disk, dropped here, or pasted. */
export function PhotoField({ id, name, photoId, onChange }: PhotoFieldProps) {
  const { take, isTaking, problem } = useTakePicture(onChange);
  const [isOver, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);

  const takeFirst = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (first) void take(first);
    return first !== undefined;
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    // The window as a whole takes files, too: to import them.
    event.preventDefault();
    event.stopPropagation();
    takeFirst(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (takeFirst(event.clipboardData.files)) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> cannot be a row in every browser that Kith runs in.
    <div
      role="group"
      aria-label="Photo"
      className={styles['field']}
      data-over={isOver || undefined}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onPaste={onPaste}
    >
      <Avatar id={id} name={name || '?'} photoId={photoId} size="xl" />
      <div className={styles['words']}>
        <div className={styles['buttons']}>
          <Button ref={choose} size="s" isPending={isTaking} onPress={() => file.current?.click()}>
            {photoId === null ? 'Choose a photo' : 'Choose another'}
          </Button>
          {photoId !== null && (
            <Button
              variant="plain"
              size="s"
              onPress={() => {
                onChange(null);
                choose.current?.focus();
              }}
            >
              Take it away
            </Button>
          )}
        </div>
        <p role="status" className={problem === null ? styles['hint'] : styles['problem']}>
          {problem ?? 'Or drop one here, or paste it. It is kept small, inside your journal.'}
        </p>
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label="Photo file"
        onChange={(event) => {
          takeFirst(event.currentTarget.files);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

function useTakePicture(onTaken: (photoId: string) => void) {
  const [isTaking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (picture: File) => {
    setTaking(true);
    setProblem(null);
    try {
      const bytes = await shrinkPicture(picture);
      onTaken((await askJournal('people.addPhoto', { bytes })).photoId);
    } catch (error) {
      if (!(error instanceof KithError)) throw error;
      setProblem(error.message);
    } finally {
      setTaking(false);
    }
  };
  return { take, isTaking, problem };
}
