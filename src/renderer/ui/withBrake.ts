import { KithError } from '../../shared/contract/errors.ts';

/** A question that is on the screen. */
export interface BrakeQuestion {
  /** What would go, in a sentence. */
  readonly sentence: string;
  readonly answer: (goOn: boolean) => void;
}

let question: BrakeQuestion | null = null;
const listeners = new Set<() => void>();

/** For `<Brake>`, which shows it. */
export const brakeStore = {
  current: (): BrakeQuestion | null => question,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

/**
 * Does what may remove much at once. If the journal wants a confirmation, the user is asked plainly, and `act` is called
 * again with the number that they confirmed. Null if they would rather not; other failures are passed on.
 * @param confirmed the number that the user has been asked about already, if they have
 */
export async function withBrake<T>(
  act: (confirmed: number | undefined) => Promise<T>,
  confirmed?: number,
): Promise<T | null> {
  try {
    return await act(confirmed);
  } catch (error) {
    if (!(error instanceof KithError) || error.kind !== 'needsConfirmation' || error.count === null)
      throw error;
    return (await ask(error.message)) ? withBrake(act, error.count) : null;
  }
}

function ask(sentence: string): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (goOn: boolean) => {
      if (question?.answer === answer) show(null);
      resolve(goOn);
    };
    // One question at a time: a newer one is the answer “no” to the one before.
    question?.answer(false);
    show({ sentence, answer });
  });
}

function show(next: BrakeQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}
