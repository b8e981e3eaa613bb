/** The access level at which a document is judged. */
import { DataFactory } from 'n3';
import type { Graph } from './graph';
import type { Profile } from './profile';

const accessRights = 'http://purl.org/dc/terms/accessRights';
const dataset = 'http://www.w3.org/ns/dcat#Dataset';

/** The level of the document's datasets; if they state none, the one with the fewest demands; null where the profile has none. */
export function levelOf(graph: Graph, { levels }: Profile): string | null {
  const stated = levels.find(({ accessRights: value }) =>
    [...graph.having(accessRights, DataFactory.namedNode(value)).values()].some((node) =>
      graph.isInstance(node, dataset),
    ),
  );
  return (stated ?? levels[0])?.name ?? null;
}
