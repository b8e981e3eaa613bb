/** What must be known of RDF classes to state their instances for consumers that do not reason. */
import { csvw, dcat, dct, foaf, org, prov, schema, skos, vcard } from './namespaces';
import type { StatedObject, Term } from './term';

/** A class of RDF. */
export interface RdfClass {
  /** Classes of which its instances are as well. */
  readonly also?: readonly string[];
  /** The properties with the name of an instance; `dct:title` if it has no others. */
  readonly named?: readonly string[];
  /** Further properties with which an instance is described where another one refers to it. */
  readonly brief?: readonly string[];
  /** Properties that profiles demand of each instance that a document mentions. One that lacks them is mentioned as a `dcat:Resource`. */
  readonly demands?: readonly string[];
  /** What it states instead of a common property. */
  readonly instead?: Readonly<Record<string, Term>>;
  /** The property that says when an instance holds; `dct:temporal` if it has no other. */
  readonly during?: string;
  /** The property without which an instance is left out of other documents. */
  readonly uselessWithout?: string;
  /** Whether its instances are described whole in each document that refers to them, as consumers do not look them up. */
  readonly whole?: true;
}

const document: StatedObject = { object: 'iri', class: foaf('Document') };
const iri: StatedObject = { object: 'iri' };

const kind: RdfClass = {
  named: [vcard('fn')],
  instead: { [foaf('homepage')]: { predicate: vcard('hasURL'), ...iri } },
  whole: true,
};

/** The classes by their IRIs. */
export const rdfClasses: Readonly<Record<string, RdfClass>> = {
  [csvw('Column')]: { named: [csvw('title')], whole: true },
  [csvw('Table')]: { whole: true },
  [dcat('Catalog')]: { demands: [dct('description'), dct('publisher')] },
  [dcat('Dataset')]: {
    brief: [dct('description'), dcat('landingPage')],
    demands: [dct('description')],
    instead: { [foaf('homepage')]: { predicate: dcat('landingPage'), ...document } },
  },
  [dcat('Distribution')]: {
    instead: { [foaf('homepage')]: { predicate: foaf('page'), ...document } },
    uselessWithout: dcat('accessURL'),
    whole: true,
  },
  [dct('Standard')]: { named: [dct('title'), skos('prefLabel')] },
  [foaf('Agent')]: { named: [foaf('name')] },
  [foaf('Organization')]: { also: [org('Organization'), foaf('Agent')], named: [foaf('name')] },
  [foaf('Project')]: { also: [prov('Activity')], named: [foaf('name'), dct('title')] },
  [org('Membership')]: { during: org('memberDuring') },
  [schema('Grant')]: { named: [schema('name')] },
  [schema('MonetaryGrant')]: { also: [schema('Grant')], named: [schema('name')] },
  [schema('Periodical')]: { named: [schema('name')] },
  [skos('Concept')]: { named: [skos('prefLabel')] },
  [vcard('Kind')]: kind,
  [vcard('Organization')]: { ...kind, also: [vcard('Kind')] },
};

/** A class with those of which its instances are as well. */
export function classesWith(iri: string): string[] {
  const found = new Set<string>();
  const add = (each: string): void => {
    if (found.has(each)) return;
    found.add(each);
    rdfClasses[each]?.also?.forEach(add);
  };
  add(iri);
  return [...found];
}

/** The properties with the name of an instance. */
const namesOf = (iri: string): readonly string[] => rdfClasses[iri]?.named ?? [dct('title')];

/** The further properties that name an instance of a class which something refers to as one of another class. */
export function namesAdded(iri: string, as: string | undefined): readonly string[] {
  const own = namesOf(iri);
  return (rdfClasses[as ?? '']?.named ?? []).filter((name) => !own.includes(name));
}
