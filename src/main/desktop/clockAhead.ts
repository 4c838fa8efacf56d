import { app } from 'electron';

/**
 * Milliseconds by which `--clock=2027-01-31T09:00`, a moment in the local time zone, is ahead of this computer's clock;
 * 0 without it. So that tests can let weeks pass. A packaged Kith does not listen to it.
 */
export function chooseClockAhead(): number {
  const moment = Date.parse(app.commandLine.getSwitchValue('clock'));
  return app.isPackaged || Number.isNaN(moment) ? 0 : moment - Date.now();
}
