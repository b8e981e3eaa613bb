/** Kinds of personal data in the namespace that a profile wants: the vocabulary has moved, and profiles ask for the old one. */
import { dpv } from '../../../vocabulary/namespaces';
import { PersonalData } from '../../../vocabulary/personal-data';
import { iriNode } from '../../iris';
import { termNode } from '../../namespaces';
import { typeFor } from '../../values';
import type { Rule } from './face';

const hasPersonalData = termNode(dpv('hasPersonalData'));
const personalData = typeFor({ object: 'iri', class: dpv('PersonalData') });
const namespace = `${PersonalData.iri ?? ''}#`;

export const renamePersonalData: Rule = ({ graph, node, settings }) => {
  if (settings.personalData === namespace) return;
  for (const kind of graph.nodesOf(node, hasPersonalData)) {
    if (!kind.value.startsWith(namespace)) continue;
    const renamed = iriNode(settings.personalData + kind.value.slice(namespace.length));
    if (!renamed) continue;
    graph.remove(node, hasPersonalData, kind);
    graph.forget(kind);
    graph.add(node, hasPersonalData, personalData(graph, renamed));
  }
};
