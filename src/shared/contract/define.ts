import type { z } from 'zod';

/** One line of a contract: what goes in and what comes out. */
export interface Method<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  readonly input: In;
  readonly output: Out;
}

/** Writes one line of a contract. */
export function method<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Method<In, Out> {
  return { input, output };
}

export type Contract = Readonly<Record<string, Method>>;

/** What a caller of `M` gives, before defaults are filled in. */
export type Input<C extends Contract, M extends keyof C> = z.input<C[M]['input']>;
/** What the implementation of `M` is given. */
export type Parsed<C extends Contract, M extends keyof C> = z.output<C[M]['input']>;
/** What a caller of `M` gets. */
export type Output<C extends Contract, M extends keyof C> = z.output<C[M]['output']>;

/** The one way to ask across a boundary. Rejects with a `KithError`. */
export type Call<C extends Contract> = <M extends keyof C & string>(
  method: M,
  input: Input<C, M>,
) => Promise<Output<C, M>>;
