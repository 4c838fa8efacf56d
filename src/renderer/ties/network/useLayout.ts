import { useEffect, useState } from 'react';
import { type LayoutTask, layoutNetwork, type Places } from './layoutNetwork.ts';
import type { NetworkModel } from './networkModel.ts';

/** Where everybody of a model is. */
export interface Layout {
  readonly model: NetworkModel;
  readonly places: Places;
}

/** While it is worked out for the first time, nothing is shown for so long: most networks are done by then. */
const WAIT_MS = 400;

/**
 * Where to draw everybody, null until that is known. While it is worked out in a worker, better places follow; with
 * reduced motion only the last.
 */
export function useLayout(model: NetworkModel): Layout | null {
  const [layout, setLayout] = useState<Layout | null>(null);
  useEffect(() => {
    const task = taskOf(model);
    const show = (places: Places) => setLayout({ model, places });
    if (task.count === 0) return undefined;
    if (typeof Worker !== 'undefined') return layOutBeside(task, show);
    // There are no workers where tests run.
    layOutHere(task, show);
    return undefined;
  }, [model]);
  return layout?.model === model ? layout : null;
}

/** All at once: the window waits meanwhile. */
function layOutHere(task: LayoutTask, show: (places: Places) => void): void {
  const [places] = [...layoutNetwork(task)].slice(-1);
  if (places) show(places);
}

function layOutBeside(task: LayoutTask, show: (places: Places) => void): () => void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const worker = new Worker(new URL('./layoutWorker.ts', import.meta.url), { type: 'module' });
  const begun = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  worker.addEventListener('message', ({ data }: MessageEvent<Places>) => {
    clearTimeout(timer);
    // With reduced motion only what nothing follows is shown.
    const wait = isCalm ? WAIT_MS : begun + WAIT_MS - performance.now();
    if (wait <= 0) show(data);
    else timer = setTimeout(() => show(data), wait);
  });
  // A worker that could not be started must not leave the picture empty for ever.
  worker.addEventListener('error', () => layOutHere(task, show));
  worker.postMessage(task);
  return () => {
    clearTimeout(timer);
    worker.terminate();
  };
}

function taskOf({ nodes, edges }: NetworkModel): LayoutTask {
  return { count: nodes.length, pairs: Uint32Array.from(edges.flatMap(({ a, b }) => [a, b])) };
}
