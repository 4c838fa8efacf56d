import { useCallback } from 'react';
import type { JournalOutput } from '../../shared/contract/index.ts';
import { useJournal } from '../journal-client/index.ts';

const none: JournalOutput<'circles.list'> = [];

/** All circles, innermost first, and what each is called. */
export function useCircles() {
  const circles = useJournal('circles.list', {}).data ?? none;
  const circleName = useCallback(
    (id: string) => circles.find((circle) => circle.id === id)?.name ?? '',
    [circles],
  );
  return { circles, circleName };
}
