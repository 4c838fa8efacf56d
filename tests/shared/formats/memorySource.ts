import type { Reader } from '../../../src/shared/formats/reader.ts';
import type { ImportRecord } from '../../../src/shared/formats/records.ts';
import type { Source } from '../../../src/shared/formats/source.ts';

/** A source whose files are given by path; texts are encoded as UTF-8. */
export function memorySource(files: Readonly<Record<string, string | Uint8Array>>, name = 'notes'): Source {
  return {
    name,
    files: Object.entries(files).map(([path, content]) => ({
      path,
      chunks: async function* () {
        yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
      },
    })),
    left: [],
  };
}

/** All that a reader makes of a source, but for how far it was. */
export async function readAll(
  reader: Reader,
  source: Source,
): Promise<Exclude<ImportRecord, { kind: 'progress' }>[]> {
  const records: Exclude<ImportRecord, { kind: 'progress' }>[] = [];
  for await (const record of reader.read(source)) if (record.kind !== 'progress') records.push(record);
  return records;
}
