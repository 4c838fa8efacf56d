import { useCallback, useMemo, useRef, useState } from 'react';
import { capitalise, sayDeleted } from '../../shared/rules/sayCounts.ts';
import { TRASH_DAYS } from '../../shared/rules/trashTime.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useToday } from '../ui/useToday.ts';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import styles from './TrashPage.module.css';
import { TrashRow } from './TrashRow.tsx';
import { emptyTrash, removeForGood, restore, sayThings } from './trashActions.ts';
import { useTrash } from './useTrash.ts';
import { useTrashKeys } from './useTrashKeys.ts';

/** What is about to be deleted for good: some of the trash, or all of it. */
type Asked = { readonly trashIds: readonly string[] } | 'all' | null;

/** About as high as a row of an entry with two lines of words. */
const ROW_HEIGHT = 104;

/** What was deleted, until it is gone for good. */
export function TrashPage() {
  const { items, people, entries, records, state, error, loadMore } = useTrash();
  const [asked, setAsked] = useState<Asked>(null);
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<VirtualListHandle>(null);
  // What was chosen may have left the trash meanwhile.
  const chosen = useMemo(
    () => items.flatMap(({ trashId }) => (chosenIds.has(trashId) ? [trashId] : [])),
    [items, chosenIds],
  );
  const toggle = useCallback((trashId: string) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(trashId)) after.add(trashId);
      return after;
    });
  }, []);
  const restoreOne = useCallback((trashId: string) => void restore([trashId]), []);
  const askOne = useCallback((trashId: string) => setAsked({ trashIds: [trashId] }), []);
  const at = (index: number, act: (trashId: string) => void) => {
    const item = items[index];
    if (item) act(item.trashId);
  };
  useTrashKeys({
    list,
    count: items.length,
    onRestore: (index) => at(index, restoreOne),
    onRemove: (index) => at(index, askOne),
    onSelect: (index) => at(index, toggle),
  });
  const now = useNow(items);
  const total = people + entries + records;
  const them = chosen.length === 1 ? 'it' : 'them';
  return (
    <Page scroll={false}>
      <PageHeader
        title="Trash"
        subtitle={`What you delete is kept here for ${TRASH_DAYS} days.`}
        actions={total > 0 && <Button onPress={() => setAsked('all')}>Empty the trash</Button>}
      />
      {chosen.length > 0 && (
        <fieldset className={styles['chosen']} aria-label="What is chosen">
          <span>{capitalise(sayThings(chosen.length))} chosen</span>
          <Button size="s" icon="undo" onPress={() => void restore(chosen)}>
            Restore {them}
          </Button>
          <Button size="s" variant="plain" onPress={() => setAsked({ trashIds: chosen })}>
            Delete {them} for good
          </Button>
          <Button size="s" variant="plain" onPress={() => setChosen(new Set())}>
            Choose none
          </Button>
        </fieldset>
      )}
      {state === 'loading' && <Spinner label="Opening the trash" />}
      {state === 'failed' && <EmptyState title="The trash cannot be shown">{error?.message}</EmptyState>}
      {state === 'ready' && items.length === 0 && (
        <EmptyState title="The trash is empty">
          What you delete comes here first, so that you can have it back.
        </EmptyState>
      )}
      {items.length > 0 && (
        <VirtualList
          ref={list}
          items={items}
          keyOf={({ trashId }) => trashId}
          estimateSize={() => ROW_HEIGHT}
          label="What was deleted"
          total={total}
          onReachEnd={loadMore}
          className={styles['list'] ?? ''}
        >
          {(item) => (
            <TrashRow
              item={item}
              now={now}
              isChosen={chosenIds.has(item.trashId)}
              onChoose={toggle}
              onRestore={restoreOne}
              onRemove={askOne}
            />
          )}
        </VirtualList>
      )}
      <AskForGood
        asked={asked}
        all={{ people, entries, records }}
        onClose={() => setAsked(null)}
        onConfirm={(what) => void (what === 'all' ? emptyTrash(total) : removeForGood(what.trashIds))}
      />
    </Page>
  );
}

interface AskForGoodProps {
  readonly asked: Asked;
  readonly all: { readonly people: number; readonly entries: number; readonly records: number };
  readonly onClose: () => void;
  readonly onConfirm: (asked: NonNullable<Asked>) => void;
}

function AskForGood({ asked, all, onClose, onConfirm }: AskForGoodProps) {
  const what =
    asked === 'all'
      ? sayDeleted(all.people, all.entries, all.records)
      : sayThings(asked?.trashIds.length ?? 0);
  return (
    <ConfirmDialog
      title={asked === 'all' ? 'Empty the trash?' : 'Delete for good?'}
      isOpen={asked !== null}
      onClose={onClose}
      onConfirm={() => asked && onConfirm(asked)}
      confirmLabel="Delete for good"
      cancelLabel="Keep"
      danger
    >
      <p>This deletes {what}, with every earlier version. It cannot be undone.</p>
    </ConfirmDialog>
  );
}

/** The moment by which times are said: that at which the list, or the day, was another last. */
function useNow(items: readonly unknown[]): number {
  const today = useToday();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with them.
  return useMemo(() => Date.now(), [items, today]);
}
