import { type LayoutTask, layoutNetwork } from './layoutNetwork.ts';

// Lays a network out beside the window, which stays free for the user meanwhile.
self.addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  for (const places of layoutNetwork(data)) self.postMessage(places);
  self.close();
});
