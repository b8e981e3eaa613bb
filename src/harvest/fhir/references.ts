/** What a resource refers to: another one of the source, or something that only has a name or an identifier. */
import { Mention } from '../harvested-record';
import { isPerson } from '../records/persons';
import type { Element } from './element';
import { identifiersOf } from './identity';

/** The resources of a source that were read so far, by what references call them. */
export type KnownResources = ReadonlyMap<string, { readonly iri: string; readonly element: Element }>;

export interface Referring {
  readonly known: KnownResources;
  /** The address of the resource that refers. */
  readonly iri: string;
  readonly resource: Element;
}

const ofPersons = /(?:^|\/)(?:Practitioner|PractitionerRole|Person|Patient|RelatedPerson)(?:\/|$)/;

/** @param classes of which it may be a record */
export function referenceTo(
  reference: Element,
  classes: readonly string[],
  { known, iri, resource }: Referring,
): Mention {
  const written = reference.text('reference');
  const isContained = written?.startsWith('#') ?? false;
  const contained = isContained ? containedIn(resource, written) : undefined;
  if (isContained && !contained) reference.say('fhir-contained-missing', null, { value: written ?? '' });
  const target = written === null ? undefined : (known.get(written) ?? known.get(absolute(written, iri)));
  const described = contained ?? target?.element;
  const isOfPerson =
    ofPersons.test(written ?? '') ||
    ofPersons.test(reference.text('type') ?? '') ||
    ofPersons.test(described?.text('resourceType') ?? '');
  return new Mention({
    iri: target?.iri ?? (written === null || isContained ? null : absolute(written, iri)),
    classes,
    names: namesOf(reference, isOfPerson ? undefined : described),
    identifiers: isOfPerson ? [] : identifiersOf(identifying(reference, described)).identifiers,
    email: null,
    // What is contained has no record of its own that would say it.
    homepage: (contained && homepageIn(contained.list('telecom'))) ?? null,
    kinds: [],
    at: reference.place(),
    isPerson: isOfPerson,
  });
}

/** A resource that stands within another one, and has no identity outside of it. https://hl7.org/fhir/R4/references.html#contained */
const containedIn = (resource: Element, written: string | null): Element | undefined =>
  resource.list('contained').find((each) => `#${each.text('id')}` === written);

function namesOf(reference: Element, described: Element | undefined): Mention['names'] {
  const names = [reference.text('display'), described?.text('name'), described?.text('title')];
  return [...new Set(names)].flatMap((value) => (value == null ? [] : [{ value, language: null }]));
}

const identifying = (reference: Element, described: Element | undefined): Element[] => [
  ...reference.list('identifier'),
  ...(described?.list('identifier') ?? []),
];

/** The page of an organization, or of an office. */
export const homepageIn = (telecoms: readonly Element[]): string | undefined =>
  telecoms
    .filter((telecom) => telecom.text('system') === 'url')
    .flatMap((telecom) => telecom.text('value') ?? [])
    .find((value) => /^https?:\/\//i.test(value));

/** A reference such as `Organization/1` is relative to the server of the resource. https://hl7.org/fhir/R4/references.html#literal */
function absolute(reference: string, iri: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(reference)) return reference;
  const base =
    /^(https?:\/\/.*)\/[A-Z][A-Za-z]*\/[^/]+$/.exec(iri)?.[1] ?? /^(urn:x-fhir:[^:]+):/.exec(iri)?.[1];
  if (base === undefined) return reference;
  return base.startsWith('urn:') ? `${base}:${reference}` : `${base}/${reference}`;
}

/** Someone of whom only a name is written. */
export const namedIn = (
  value: string,
  classes: readonly string[],
  at: Mention['at'],
  stated: Mention['stated'],
): Mention =>
  new Mention(
    {
      iri: null,
      classes,
      names: [{ value, language: null }],
      identifiers: [],
      email: null,
      homepage: null,
      kinds: [],
      at,
      isPerson: isPerson({ iri: null, kinds: [], names: [value], email: null }),
    },
    stated,
  );

/** The record of a resource itself, as its links refer to it. */
export const mentionOf = (iri: string, type: string, element: Element): Mention =>
  new Mention({
    iri,
    classes: [type],
    names: [],
    identifiers: [],
    email: null,
    homepage: null,
    kinds: [],
    at: element.place(),
    isPerson: false,
  });
