/** Reads records as the seeds are written: YAML files that map class names to lists of records. */
import { ImportRefused, type Position } from '../../errors';
import { readYamlText } from '../../intake/yaml-reader';
import type { SourceDocument } from '../document';
import type { HarvestedRecord, Place } from '../harvested-record';
import type { Reader, ReadPart } from '../reader';
import { walkFinding } from '../walking/finding-texts';
import { yamlFault } from './yaml-faults';

export const yamlReader: Reader = {
  async *read(documents) {
    for await (const document of documents) yield* recordsIn(document);
  },
};

function* recordsIn(document: SourceDocument): Generator<ReadPart> {
  const { address, bytes } = document;
  try {
    for (const { type, data, at } of readYamlText(Buffer.from(bytes), address))
      yield {
        type,
        iri: null,
        knownAs: [],
        // What is no map of fields is refused as such.
        data: data as HarvestedRecord['data'],
        at: (part) => placeOf(at(part)),
        document,
        concluded: {},
        beside: false,
      };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    for (const { message, remedy, ...at } of error.problems) {
      const { de: whyDe, en: whyEn } = yamlFault({ message, remedy });
      const finding = walkFinding('unreadable-document', address, { value: whyEn, whyDe, whyEn });
      yield { ...finding, place: placeOf({ file: address, ...at }) };
    }
  }
}

const placeOf = (position: Partial<Position> & { file: string }): Place => ({
  document: position.file,
  line: 'line' in position ? (position.line ?? null) : null,
  column: 'column' in position ? (position.column ?? null) : null,
});
