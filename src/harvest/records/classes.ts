/** Which nodes of a document are records, and of which class. */
import { getOrMake } from '../../maps';
import type { Description } from '../../resource/description';
import { slugPattern } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import { adms, csvw, dcat, dct, fdpo, foaf, healthdcatap, prov, schema } from '../../vocabulary/namespaces';
import { codeOfIri } from './codes';
import { planOf } from './plan';
import { isBlank, type Statements } from './statements';

/** A node that is a record. */
export interface RecordNode {
  readonly node: string;
  readonly description: Description;
  /** Of a record of a gateway such as this one: the end of its key. */
  readonly own: { readonly slug: string } | null;
}

/** Classes of which each instance is a record, whoever describes it; the first that fits counts. */
const foreign: readonly (readonly [iri: string, term: string])[] = [
  [dcat('Catalog'), dcat('Catalog')],
  [schema('DataCatalog'), dcat('Catalog')],
  [dcat('Dataset'), dcat('Dataset')],
  [dcat('DatasetSeries'), dcat('Dataset')],
  [schema('Dataset'), dcat('Dataset')],
  [dcat('Distribution'), dcat('Distribution')],
  [schema('DataDownload'), dcat('Distribution')],
  [csvw('Table'), csvw('Table')],
  [csvw('Column'), csvw('Column')],
  [dcat('DataService'), schema('Service')],
  [prov('Attribution'), prov('Attribution')],
];

/** What is described so is no record: a FAIR Data Point itself. */
const noRecords = [
  fdpo('FAIRDataPoint'),
  fdpo('MetadataService'),
  'http://www.re3data.org/schema/3-0#Repository',
];

/** Properties whose values are records even where no class is stated. */
const byProperty: readonly (readonly [property: string, term: string])[] = [
  [dcat('distribution'), dcat('Distribution')],
  [adms('sample'), dcat('Distribution')],
  [healthdcatap('analytics'), dcat('Distribution')],
  [dcat('dataset'), dcat('Dataset')],
  [prov('qualifiedAttribution'), prov('Attribution')],
];

export class RecordClasses {
  private readonly ownPath: RegExp;
  private readonly known = new Map<string, RecordNode | null>();
  private readonly ours = new Map<string, RecordNode | null>();

  constructor(
    private readonly registry: Registry,
    private readonly statements: Statements,
  ) {
    const paths = registry.all.map(({ path }) => path);
    this.ownPath = new RegExp(`^https?://[^#?]*?/(${paths.join('|')})/([^#?]+)$`);
  }

  /** The record that a node is; null if it is none, or only mentioned. */
  of(node: string): RecordNode | null {
    return getOrMake(this.known, node, () => this.recordOf(node));
  }

  private recordOf(node: string): RecordNode | null {
    const types = this.statements.typesOf(node);
    if (types.some((type) => noRecords.includes(type))) return null;
    const own = this.ownOf(node);
    if (own) return this.isWhole(own) ? own : null;
    const [, term] =
      foreign.find(([iri]) => types.includes(iri)) ??
      byProperty.find(([property]) => this.statements.pointing(property, node).length > 0) ??
      [];
    const description = this.registry.all.find((each) => each.term === term);
    const isSaid =
      term === prov('Attribution')
        ? this.statements.of(node, prov('agent')).length > 0
        : this.statements.allOf(node).length > types.length;
    return description && isSaid ? { node, description, own: null } : null;
  }

  /** What a node is if it is a record of a gateway, however little is said of it. */
  ownOf(node: string): RecordNode | null {
    return getOrMake(this.ours, node, () => this.ownRecordOf(node));
  }

  private ownRecordOf(node: string): RecordNode | null {
    if (isBlank(node)) return null;
    const [, path = '', slug = ''] = this.ownPath.exec(node) ?? [];
    const description = this.registry.ofKey(`${path}/`);
    if (!description) return null;
    const types = this.statements.typesOf(node);
    if (!types.includes(description.term)) return null;
    if (description.kind === 'link') return { node, description, own: { slug } };
    if (!slugPattern.test(slug)) return null;
    const record = { node, description, own: { slug } };
    if (description.kind === 'source') return record;
    const namesItself = this.statements.valuesOf(node, dct('identifier')).includes(node);
    return namesItself && (!this.isWhole(record) || this.hasOurCodes(record)) ? record : null;
  }

  /** Portals of others have such addresses, too, but only a gateway says with these codes what kind of record it is. */
  private hasOurCodes({ node, description }: RecordNode): boolean {
    return planOf(this.registry, description).attributes.every(
      ({ attribute: { required, scheme }, term: { predicate, object } }) =>
        !required ||
        !scheme ||
        object !== 'iri' ||
        this.statements.valuesOf(node, predicate).some((value) => codeOfIri(scheme, value) !== null),
    );
  }

  /** Whether the address of a node is like that of a record of a gateway. */
  looksOwn(node: string): boolean {
    return this.ownPath.test(node);
  }

  /** Whether all is said of it, rather than what others need who refer to it. */
  private isWhole({ node, description: { kind } }: RecordNode): boolean {
    const property = kind === 'source' ? dct('title') : dct('modified');
    return this.statements.of(node, property).length > 0;
  }
}

/** Of the classes that something may be of, those that its RDF classes tell; all, if these tell nothing. */
export function narrowed(classes: readonly Description[], types: readonly string[]): readonly Description[] {
  // Whoever acts is an agent.
  const stated = classes.filter(({ term }) => term !== foaf('Agent') && types.includes(term));
  return stated.length > 0 ? stated : classes;
}
