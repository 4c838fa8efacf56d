import { z } from 'zod';

/** A tag as stored: no `#`, no spaces, at most 100 characters. Case is kept, and ignored when comparing. */
export const tag = z
  .string()
  .max(100)
  .regex(/^[^\s#,]+$/u, 'A tag is one word without “#” or commas.');
