/** Profiles that know a list of standards: those of the list are stated of the dataset, coding systems as such, others of the distributions. */
import type { DescribedRecord } from '../../../resource/whole-record';
import type { ConceptScheme } from '../../../vocabulary/concept-scheme';
import { CodingSystem } from '../../../vocabulary/coding-system';
import { dcat, dct, healthdcatap, skos } from '../../../vocabulary/namespaces';
import { termNode } from '../../namespaces';
import { typeFor } from '../../values';
import type { Face, Rule } from './face';

const conformsTo = termNode(dct('conformsTo'));
const distribution = termNode(dcat('distribution'));
const hasCodingSystem = termNode(healthdcatap('hasCodingSystem'));
const standard = typeFor({ object: 'iri', class: dct('Standard') });

export const listedStandards: Rule = (face) => {
  const { graph, terms, node, whole, settings } = face;
  if (settings.standards === null) return;
  const listed = new Map(
    [...whole.lists.values()].flat().map((each) => [terms.nodeOf(each.record.key).id, each]),
  );
  for (const one of graph.nodesOf(node, conformsTo)) {
    graph.remove(node, conformsTo, one);
    const record = listed.get(one.id);
    const known = record ? stateKnown(face, record) : false;
    if (!known) for (const each of graph.nodesOf(node, distribution)) graph.add(each, conformsTo, one);
  }
};

/** States the entries of the lists that the record is. */
function stateKnown(
  { graph, terms, node, settings }: Face,
  { description, record }: DescribedRecord,
): boolean {
  const state = (scheme: ConceptScheme, code: unknown): boolean => {
    const property =
      scheme.iri === settings.standards
        ? conformsTo
        : scheme.iri === CodingSystem.iri
          ? hasCodingSystem
          : null;
    if (!property || typeof code !== 'string') return false;
    graph.add(node, property, standard(graph, terms.concepts.in(graph, scheme, code)));
    return true;
  };
  return description.attributes
    .filter(({ term }) => term?.predicate === skos('exactMatch'))
    .map(({ name, scheme }) => scheme !== undefined && state(scheme, record[name]))
    .some(Boolean);
}
