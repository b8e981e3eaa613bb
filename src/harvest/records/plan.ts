/** How the records of a class are read from RDF: made once from its declaration. The inverse of `classTerms`. */
import { getOrMake } from '../../maps';
import {
  isStated,
  type Attribute,
  type Description,
  type End,
  type Reference,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { memberTerms } from '../../resource/role-term';
import { inverseOf, termsOf } from '../../rdf/class-terms';
import { dcat, dct } from '../../vocabulary/namespaces';
import { rdfClasses } from '../../vocabulary/rdf-classes';
import type { Term } from '../../vocabulary/term';
import { roleLinksOf, type RoleLink } from './role-links';

export interface PlannedAttribute {
  readonly attribute: Attribute;
  readonly term: Term;
  /** Whether another attribute of the class has the same property. */
  readonly shares: boolean;
}

export interface PlannedReference {
  readonly reference: Reference;
  readonly term: Term;
  /** The properties by which it is stated: that of the term, and those that stand for a code of the record. */
  readonly properties: readonly string[];
}

export interface Plan {
  readonly description: Description;
  /** Those that can tell what is theirs come before those that take everything. */
  readonly attributes: readonly PlannedAttribute[];
  /** The beginning and end of a link, which stand at a period of time. */
  readonly bounds: readonly PlannedAttribute[];
  /** The property that leads to that period. */
  readonly during: string;
  readonly references: readonly PlannedReference[];
  readonly ends: readonly { readonly end: End; readonly term: Term }[];
  /** What is said with one statement of such a record, and is a link. */
  readonly links: readonly RoleLink[];
}

const ofPeriods = new Set([dcat('startDate'), dcat('endDate')]);

const plans = new WeakMap<Registry, Map<Description, Plan>>();

export const planOf = (registry: Registry, description: Description): Plan =>
  getOrMake(
    getOrMake(plans, registry, () => new Map<Description, Plan>()),
    description,
    () => planned(registry, description),
  );

function planned(registry: Registry, description: Description): Plan {
  const about = rdfClasses[description.term] ?? {};
  const stated = description.attributes
    .filter(({ derived }) => !derived)
    .flatMap((attribute) => {
      // Further terms of a name say the same.
      const [term] = termsOf(about, attribute);
      return term ? [{ attribute, term }] : [];
    });
  const all = stated.map((one): PlannedAttribute => ({
    ...one,
    shares: stated.some((other) => other !== one && other.term.predicate === one.term.predicate),
  }));
  const isBound = ({ term }: PlannedAttribute) => ofPeriods.has(term.predicate);
  return {
    description,
    attributes: all.filter((one) => !isBound(one)).sort((one, other) => vagueness(one) - vagueness(other)),
    bounds: all.filter(isBound),
    during: about.during ?? dct('temporal'),
    references: description.references.filter(isStated).flatMap((reference) => {
      const { term, termBy } = reference.term
        ? { term: reference.term }
        : (inverseOf(description, reference) ?? {});
      if (!term) return [];
      const properties = memberTerms({ term, ...(termBy !== undefined && { termBy }) }, description);
      return [{ reference, term, properties: properties.map(({ predicate }) => predicate) }];
    }),
    ends: description.ends.flatMap((end) => (end.term ? [{ end, term: end.term }] : [])),
    links: roleLinksOf(registry, description),
  };
}

/** How little the object of an attribute tells that it is its own. */
function vagueness({ attribute: { scheme }, term: { object, parts, base } }: PlannedAttribute): number {
  if (scheme) return 0;
  if (object === 'node') return parts ? 1 : 2;
  return base === undefined ? 4 : 3;
}
