import { z } from 'zod';

/**
 * A UUIDv7 (RFC 9562): unique across journals, and sorted by the moment it was made,
 * so that two journals can be merged one day.
 */
export const id = z.uuidv7();

/** Makes a fresh {@link id}. Passed in wherever ids are made, so that tests are repeatable. */
export type NewId = () => string;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const instant = z.int();

/** Tells the present moment as an {@link instant}, and the user's present day. Passed in, never read from the system by rules. */
export interface Clock {
  readonly now: () => number;
  /** The user's calendar day and time of day, in the local time zone. */
  readonly local: () => { readonly day: string; readonly time: string };
}
