import { app } from 'electron';

/** Parts of Chromium that would look for a network by themselves. */
const idleChatter = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SegmentationPlatform',
  'Translate',
  // A page that prepares a call would join a multicast group, to hide addresses that guards.ts keeps from it anyway.
  'WebRtcHideLocalIpsWithMdns',
];

/**
 * Tells Chromium that there is no network: no name resolves, every connection goes to a proxy that does not exist, and
 * nothing phones home. The crash reporter is never started. Call it before the application is ready.
 */
export function applySwitches(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('proxy-server', 'http://kith.invalid:9');
  // Without this, loopback addresses would go round the proxy.
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  commandLine.appendSwitch('disable-features', idleChatter.join(','));
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-client-side-phishing-detection',
    'disable-component-update',
    'disable-default-apps',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
}
