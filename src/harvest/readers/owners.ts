/** Which record a part belongs to, where the document of that record says so and that of the part does not. */
import type { Quad } from '@rdfjs/types';
import { statedOf, iri } from '../../rdf/harvest/statements';
import { dcat, ldp } from '../../vocabulary/namespaces';
import { instancesOf, objectsOf } from '../walking/statements';

/** The statements of earlier documents that lead to distributions, by the IRI of the distribution. */
export class Owners {
  private readonly byPart = new Map<string, Quad>();

  /** Notes what a document states of parts that have documents of their own, itself or by its containers. */
  note(quads: readonly Quad[]): void {
    const property = dcat('distribution');
    for (const quad of quads)
      if (quad.predicate.value === property && quad.object.termType === 'NamedNode') this.add(quad);
    for (const container of instancesOf(quads, ldp('DirectContainer'))) {
      if (!objectsOf(quads, ldp('hasMemberRelation'), container).includes(property)) continue;
      const members = objectsOf(quads, ldp('contains'), container).map(iri);
      for (const owner of objectsOf(quads, ldp('membershipResource'), container))
        for (const quad of statedOf(owner, [], [[property, members]])) this.add(quad);
    }
  }

  /** What was stated of the parts that a document is about. */
  of(quads: readonly Quad[]): Quad[] {
    return instancesOf(quads, dcat('Distribution')).flatMap((part) => this.byPart.get(part) ?? []);
  }

  private add(quad: Quad): void {
    if (!this.byPart.has(quad.object.value)) this.byPart.set(quad.object.value, quad);
  }
}
