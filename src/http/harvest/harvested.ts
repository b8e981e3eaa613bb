/** The classes that harvesters ask for, by what they are in RDF. */
import type { Description } from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { dcat } from '../../vocabulary/namespaces';

export interface Harvested {
  readonly catalogues: Description;
  readonly datasets: Description;
}

/** Null if the catalogue declares no catalogues or no datasets. */
export function harvestedIn({ resources }: Registry): Harvested | null {
  const declared = (term: string) => resources.find((description) => description.term === term);
  const [catalogues, datasets] = [declared(dcat('Catalog')), declared(dcat('Dataset'))];
  return catalogues && datasets ? { catalogues, datasets } : null;
}
