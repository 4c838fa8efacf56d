import { createInterface } from 'node:readline';
import { serveDesk } from '../support/servedDesk.ts';
import { tell } from '../support/tell.ts';

// The journal process without Electron. Asks what it is told to, one question a line, and tells each reply.

/** One line of input. */
export interface Question {
  readonly method: string;
  readonly input: unknown;
}

const [, , folder = '', keyHex = ''] = process.argv;
const tellJson = (line: unknown) => tell(JSON.stringify(line));

const served = serveDesk(folder);
let busy: Promise<unknown> = Promise.resolve();

if (keyHex !== '') {
  try {
    served.desk.reopen(Buffer.from(keyHex, 'hex'));
  } catch (error) {
    tellJson({ reopen: error instanceof Error && 'kind' in error ? error.kind : String(error) });
  }
}

async function answer({ method, input }: Question): Promise<void> {
  const failures = served.diskFailures();
  const reply = await served.ask(method, input);
  tellJson(reply);
  // As the journal process does, which main then starts afresh.
  if (served.diskFailures() > failures) process.exit(1);
}

tellJson('up');
createInterface({ input: process.stdin })
  .on('line', (line) => {
    busy = busy.then(() => answer(JSON.parse(line) as Question));
  })
  .on('close', () => {
    void busy.then(() => {
      served.close();
      process.exit(0);
    });
  });
