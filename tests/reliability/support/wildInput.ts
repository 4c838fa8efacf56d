import fc from 'fast-check';
import { z } from 'zod';

// Inputs for a method: some that are anything at all, some that are nearly right, made from the method's own schema.

/** The part of JSON Schema that is used here. */
interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const anything: fc.Arbitrary<unknown> = fc.anything({
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

const oddNumbers = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  -1,
  0.5,
  2 ** 53,
  2 ** 31,
  1e308,
);

const hugeText = fc.integer({ min: 1, max: 3_000_000 }).map((length) => 'x'.repeat(length));

/** Names that mean something to JavaScript, and objects that carry them. */
const prototypes = fc.constantFrom<unknown>(
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { constructor: { prototype: { polluted: true } } },
  { toString: 'no function', valueOf: 7, hasOwnProperty: null },
  Object.create({ text: 'inherited' }),
);

const deep = fc.integer({ min: 50, max: 2_000 }).map((depth) => {
  let value: unknown = 'bottom';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { value };
  return value;
});

/** What no channel carries. */
const unsendable = fc.constantFrom<unknown>(
  () => 'a function',
  Symbol('symbol'),
  { text: () => 'a function' },
  new Proxy({}, { get: () => 'trapped', ownKeys: () => ['text', 'id'] }),
  new WeakMap(),
  Promise.resolve(),
);

const wild = fc.oneof(
  { weight: 12, arbitrary: anything },
  { weight: 2, arbitrary: oddNumbers },
  { weight: 2, arbitrary: prototypes },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: unsendable },
  { weight: 1, arbitrary: hugeText },
);

/** Makes inputs for a method that takes `input`; `known` are texts that mean something to the journal, such as ids. */
export function wildInputs(input: z.ZodType, known: readonly string[], near: boolean): fc.Arbitrary<unknown> {
  if (!near) return wild;
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return fc.oneof(
    { weight: 1, arbitrary: wild },
    { weight: 2, arbitrary: like(schema, known, 0.1) },
    { weight: 1, arbitrary: like(schema, known, 0) },
  );
}

/** Values like `schema` says, in each part of which there is, with this chance, something else. */
function like(schema: Schema, known: readonly string[], chance: number): fc.Arbitrary<unknown> {
  const right = rightly(schema, known, chance);
  if (chance === 0) return right;
  return fc.oneof(
    { weight: Math.round(1 / chance) - 1, arbitrary: right },
    { weight: 1, arbitrary: fc.oneof({ weight: 9, arbitrary: anything }, { weight: 1, arbitrary: wild }) },
  );
}

function rightly(schema: Schema, known: readonly string[], chance: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => like(choice, known, chance)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, part]) => [name, like(part, known, chance)]),
        ),
        chance === 0 ? { requiredKeys: [...(schema.required ?? [])] } : { requiredKeys: [] },
      );
    case 'array':
      return fc.array(like(schema.items ?? {}, known, chance), { maxLength: 4 });
    case 'string':
      return texts(schema, known);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({
          min: Math.max(schema.minimum ?? -1000, -(2 ** 31)),
          max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1),
        }),
        fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 0),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return anything;
  }
}

function texts({ minLength = 0, maxLength = 1_000 }: Schema, known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 6, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'binary' }) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(maxLength), 'x'.repeat(maxLength + 1)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('\u0000', '\ud800', '\u202e', '%', '"', "';--", '* OR (', '__proto__'),
    },
  );
}
