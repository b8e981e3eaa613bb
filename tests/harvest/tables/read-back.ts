/** Reads a table as a harvest does. */
import type { Finding } from '../../../src/harvest/finding';
import type { HarvestedRecord } from '../../../src/harvest/harvested-record';
import { isRecord } from '../../../src/harvest/reader';
import { tableReader } from '../../../src/harvest/readers/table';
import { registry } from '../../../src/registry';

/** @param persons whether the source may state individuals */
export async function readBack(bytes: Uint8Array | string, address: string, persons = true) {
  const document = {
    address,
    bytes: Buffer.from(bytes),
    type: null,
    fetchedAt: '2026-11-30T12:00:00.000Z',
    digest: 'sha256:0',
    lastModified: null,
  };
  async function* documents() {
    yield await Promise.resolve(document);
  }
  const records: HarvestedRecord[] = [];
  const findings: Finding[] = [];
  const context = { source: { persons }, registry } as never;
  for await (const part of tableReader.read(documents(), context)) {
    if (isRecord(part)) records.push(part);
    else findings.push(part);
  }
  return { records, findings };
}
