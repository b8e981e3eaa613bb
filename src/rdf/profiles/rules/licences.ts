/**
 * Profiles that ask for a licence of each distribution: it is that of the dataset, where the distribution has none of its own. A licence
 * that the profile knows by another IRI is stated by that.
 */
import { dcat, dct } from '../../../vocabulary/namespaces';
import { sameLicence } from '../../../vocabulary/licences';
import type { NamedNode } from '../../factory';
import { iriNode } from '../../iris';
import { termNode } from '../../namespaces';
import { typeFor } from '../../values';
import type { Face, Rule } from './face';

const licence = termNode(dct('license'));
const distribution = termNode(dcat('distribution'));

const licenceDocument = typeFor({ object: 'iri', class: dct('LicenseDocument') });

export const stateLicences: Rule = (face) => {
  const { graph, node, settings } = face;
  if (settings.licences.length === 0) return;
  const distributions = graph.nodesOf(node, distribution);
  const [ofDataset] = graph.nodesOf(node, licence);
  if (ofDataset)
    for (const each of distributions) if (!graph.has(each, licence)) graph.add(each, licence, ofDataset);
  for (const each of [node, ...distributions]) nameLicence(face, each);
};

/** States the licence of a node by the IRI that the profile wants. */
function nameLicence({ graph, settings }: Face, node: NamedNode): void {
  for (const stated of graph.nodesOf(node, licence)) {
    const name = sameLicence(stated.value, settings.licences);
    const wanted = name === null ? null : iriNode(name);
    if (!wanted) continue;
    graph.remove(node, licence, stated);
    graph.add(node, licence, licenceDocument(graph, wanted));
  }
}
