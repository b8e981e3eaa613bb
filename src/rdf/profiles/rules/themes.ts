/** The themes of data portals that each dataset of a profile has. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { DataTheme } from '../../../vocabulary/data-theme';
import { dcat } from '../../../vocabulary/namespaces';
import { termNode } from '../../namespaces';
import type { Rule } from './face';

const theme = termNode(dcat('theme'));

export const addThemes: Rule = ({ graph, terms, node, settings }) => {
  for (const code of codesOf(DataTheme))
    if (settings.themes.includes(DataTheme.concepts[code].iri ?? ''))
      graph.add(node, theme, terms.concepts.in(graph, DataTheme, code));
};
