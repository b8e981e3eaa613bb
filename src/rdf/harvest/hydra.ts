/** Pages of a collection. https://www.hydra-cg.com/spec/latest/core/#collections */
import type { Quad } from '@rdfjs/types';
import { hydra } from '../../vocabulary/namespaces';
import { integer, iri, statedOf } from './statements';

/** A page of a collection, with absolute addresses. */
export interface HydraPage {
  readonly collection: string;
  readonly total: number;
  readonly self: string;
  readonly first: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string;
}

export function hydraQuads({ collection, total, self, first, previous, next, last }: HydraPage): Quad[] {
  const address = (value: string | null) => [value === null ? null : iri(value)];
  return [
    ...statedOf(
      collection,
      [hydra('Collection')],
      [
        [hydra('totalItems'), [integer(total)]],
        [hydra('view'), [iri(self)]],
      ],
    ),
    ...statedOf(
      self,
      [hydra('PartialCollectionView')],
      [
        [hydra('first'), address(first)],
        [hydra('previous'), address(previous)],
        [hydra('next'), address(next)],
        [hydra('last'), address(last)],
      ],
    ),
  ];
}
