/** Properties and classes that moved, were renamed, never existed, or whose namespace is misspelt. */
import levenshtein from 'damerau-levenshtein';
import { knownTerms } from '../../../vocabulary/known-terms';
import { csvw, dcat, dct, owl, rdf, schema } from '../../../vocabulary/namespaces';
import {
  doubtfulProperties,
  movedToPublisher,
  removedProperties,
  retiredOfNodes,
  retiredProperties,
} from '../../../vocabulary/retired-iris';
import { shownName } from '../../shown-term';
import { meantTerm } from '../namespaces';
import { changed, iri, type Step } from './step';
import type { Statements } from './statements';

const type = rdf('type');

const timeBounds: ReadonlySet<string> = new Set(['startDate', 'endDate'].map(schema));

/** Whether none of the repairs here has anything to do with a property, whatever is said with it. */
export const isRightProperty = (property: string): boolean =>
  meantTerm(property) === null &&
  retiredProperties[property] === undefined &&
  retiredOfNodes[property] === undefined &&
  movedToPublisher[property] === undefined &&
  doubtfulProperties[property] === undefined &&
  !removedProperties.has(property) &&
  ![dct('hasVersion'), owl('versionInfo'), csvw('titles')].includes(property) &&
  !timeBounds.has(withHttps(property)) &&
  isKnown(property);

/** The namespace of properties, and of classes. */
export const termNamespace: Step = (quad) => {
  const { predicate, object } = quad;
  const property = meantTerm(predicate.value);
  if (property !== null)
    return {
      id: 'namespace-form',
      quad: changed(quad, { predicate: iri(property) }),
      before: `<${predicate.value}>`,
      after: `<${property}>`,
    };
  const of = predicate.value === type && object.termType === 'NamedNode' ? meantTerm(object.value) : null;
  return of === null ? null : { id: 'namespace-form', quad: changed(quad, { object: iri(of) }) };
};

/** Schema.org with http is read as the same vocabulary, which needs no word. */
const withHttps = (property: string) => property.replace(/^http:\/\/schema\.org\//, 'https://schema.org/');

const isDcat = (types: ReadonlySet<string>) => [...types].some((one) => one.startsWith(dcat('')));

export const retiredProperty: Step = (quad, statements) => {
  const { subject, predicate, object } = quad;
  const successor = successorOf(predicate.value, quad.object.termType === 'Literal', {
    types: statements.typesOf(subject),
    statements,
  });
  if (successor === null) return null;
  return {
    id: 'retired-property',
    quad: changed(quad, { predicate: iri(successor), object }),
    before: shownName(predicate.value),
    after: shownName(successor),
  };
};

interface Subject {
  readonly types: ReadonlySet<string>;
  readonly statements: Statements;
}

function successorOf(property: string, literal: boolean, { types }: Subject): string | null {
  const renamed = retiredProperties[property] ?? (literal ? undefined : retiredOfNodes[property]);
  if (renamed !== undefined) return renamed;
  // A text is no other version, but the name of this one.
  if (property === dct('hasVersion') || (property === owl('versionInfo') && isDcat(types)))
    return dcat('version');
  const ofTime = withHttps(property);
  if (types.has(dct('PeriodOfTime')) && ofTime === schema('startDate')) return dcat('startDate');
  if (types.has(dct('PeriodOfTime')) && ofTime === schema('endDate')) return dcat('endDate');
  const ofTable = ['Column', 'Table', 'TableGroup'].some((name) => types.has(csvw(name)));
  // CSV on the Web itself keeps `titles`.
  return ofTable && property === csvw('titles') ? csvw('title') : null;
}

/** Properties of the dataset that belong to its publisher, where that is one. */
export const ofPublisher: Step = (quad, statements) => {
  const { subject, predicate } = quad;
  const property = movedToPublisher[predicate.value];
  if (property === undefined) return null;
  const [publisher, another] = statements.valuesOf(subject, dct('publisher'));
  const shown = { before: shownName(predicate.value), after: shownName(property) };
  if (!publisher || another || publisher.termType === 'Literal')
    return { id: 'doubtful-property', quad, words: { instead: `${shown.after} (dct:publisher)` } };
  return {
    id: 'moved-to-publisher',
    quad: changed(quad, { subject: publisher as typeof subject, predicate: iri(property) }),
    ...shown,
  };
};

export const doubtfulProperty: Step = (quad) => {
  const { value: property } = quad.predicate;
  if (removedProperties.has(property)) return { id: 'removed-property', quad };
  const instead = doubtfulProperties[property] ?? retiredOfNodes[property];
  return instead === undefined || property === dct('hasVersion')
    ? null
    : { id: 'doubtful-property', quad, words: { instead: shownName(instead) } };
};

/** A term that a vocabulary, which is known whole, does not have. */
export const unknownTerm: Step = (quad) => {
  const { predicate, object } = quad;
  const of =
    predicate.value === type && object.termType === 'NamedNode' && !isKnown(object.value)
      ? object.value
      : null;
  const unknown = isKnown(predicate.value) ? of : predicate.value;
  if (unknown === null || unknown in movedToPublisher || removedProperties.has(unknown)) return null;
  const like = likeTerm(unknown, unknown === of);
  const words = {
    likeDe: like === null ? '' : `, etwa ${like}`,
    likeEn: like === null ? '' : `, such as ${like}`,
  };
  return { id: 'unknown-term', quad, value: shownName(unknown), words };
};

function split(term: string): readonly [namespace: string, name: string] {
  const end = Math.max(term.lastIndexOf('#'), term.lastIndexOf('/')) + 1;
  return [term.slice(0, end), term.slice(end)];
}

function isKnown(term: string): boolean {
  const [namespace, name] = split(term);
  return knownTerms[namespace]?.has(name) ?? true;
}

/** Classes have capitals, properties have none. */
const isClass = (name: string): boolean => /^[A-Z]/.test(name);

/** The term that is spelt nearly like this one. A class is none that could stand where a property is. */
function likeTerm(term: string, asClass: boolean): string | null {
  const [, name] = split(term);
  const near = Object.entries(knownTerms).flatMap(([namespace, names]) =>
    [...names]
      .filter((one) => isClass(one) === asClass)
      .map((one) => ({
        term: namespace + one,
        steps: levenshtein(one.toLowerCase(), name.toLowerCase()).steps,
      })),
  );
  const [first] = near.sort((a, b) => a.steps - b.steps);
  return first && first.steps <= 2 ? shownName(first.term) : null;
}
