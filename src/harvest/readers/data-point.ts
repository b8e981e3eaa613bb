/** Reads a FAIR Data Point, where each record has a document of its own: what other documents say of it on their way is not the whole. */
import type { Quad } from '@rdfjs/types';
import type { Reader, ReadPart } from '../reader';
import { isRecord } from '../reader';
import { Owners } from './owners';
import { partsOf } from './rdf';

export const dataPointReader: Reader = {
  async *read(documents, context) {
    /** The addresses of documents that were read or will be. */
    const documented = new Set<string>();
    const owners = new Owners();
    for await (const document of documents) {
      for (const address of [document.address, ...(document.leadsTo ?? [])]) documented.add(placeOf(address));
      const besides = (quads: readonly Quad[]) => {
        const known = owners.of(quads);
        owners.note(quads);
        return known;
      };
      for await (const part of partsOf(document, context, besides))
        if (!isToldElsewhere(part, document.address, documented)) yield part;
    }
  },
};

const isToldElsewhere = (part: ReadPart, address: string, documented: ReadonlySet<string>): boolean =>
  isRecord(part) &&
  part.iri !== null &&
  placeOf(part.iri) !== placeOf(address) &&
  documented.has(placeOf(part.iri));

/** Whatever the scheme, with or without a slash at the end. */
const placeOf = (address: string): string => address.replace(/^https?:|#.*$/g, '').replace(/\/$/, '');
