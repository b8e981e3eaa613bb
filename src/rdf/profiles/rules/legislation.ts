/** The legislation that a profile demands of a dataset and of each of its distributions. */
import { adms, dcat, dcatap, eli, healthdcatap } from '../../../vocabulary/namespaces';
import { iriNode } from '../../iris';
import { termNode } from '../../namespaces';
import { typeFor } from '../../values';
import type { Rule } from './face';

const applicableLegislation = termNode(dcatap('applicableLegislation'));
const distributions = [dcat('distribution'), adms('sample'), healthdcatap('analytics')].map(termNode);
const legalResource = typeFor({ object: 'iri', class: eli('LegalResource') });

export const applyLegislation: Rule = ({ graph, node, settings }) => {
  for (const iri of settings.applicableLegislation) {
    const law = iriNode(iri);
    if (!law) continue;
    legalResource(graph, law);
    for (const each of [node, ...distributions.flatMap((property) => graph.nodesOf(node, property))])
      graph.add(each, applicableLegislation, law);
  }
};
