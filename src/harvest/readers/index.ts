/** The readers, one for each kind of source. docs/how-to-add-a-reader.md shows how another one is made. */
import type { Walk } from '../walking/walking';
import type { HarvestKind } from '../harvest-source';
import type { Reader } from '../reader';
import { walkDataPoint } from '../walking/data-point';
import { walkBundles } from '../walking/bundles';
import { walkDocument } from '../walking/document';
import { walkPages } from '../walking/pages';
import { walkSitemap } from '../walking/sitemap';
import { dataPointReader } from './data-point';
import { rdfReader } from './rdf';
import { fhirReader } from './fhir';
import { tableReader } from './table';
import { yamlReader } from './yaml';

/** How a kind of source is read: which way leads through its documents on the web, and what makes records of them. */
export interface KindOfSource {
  readonly walk: Walk;
  readonly reader: Reader;
}

export const kindsOfSources: Readonly<Record<HarvestKind, KindOfSource>> = {
  DCAT: { walk: walkPages, reader: rdfReader },
  SITEMAP: { walk: walkSitemap, reader: rdfReader },
  FDP: { walk: walkDataPoint, reader: dataPointReader },
  FHIR: { walk: walkBundles, reader: fhirReader },
  TABLE: { walk: walkDocument, reader: tableReader },
  YAML: { walk: walkPages, reader: yamlReader },
};
