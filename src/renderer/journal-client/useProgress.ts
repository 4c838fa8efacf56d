import { useEffect, useState } from 'react';
import { getBridge } from './bridge.ts';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

/** How far the long work called `job` has come, or null before its first word. */
export function useProgress(job: string | null): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    setProgress(null);
    return getBridge().onEvent((event) => {
      if (event.type === 'progress' && event.job === job)
        setProgress({ done: event.done, total: event.total });
    });
  }, [job]);
  return progress;
}
