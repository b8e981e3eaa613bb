/** What was found while the resources of a document were read: once for each kind, with how often. */
import type { Finding, Place } from '../finding';
import { mappingFinding, personFinding } from '../records/mapping-findings';
import { fhirFinding } from './finding-texts';
import type { StatedIdentifiers } from './identity';
import type { LocatedResource } from './resources';
import type { Texts } from './texts';

interface Counted {
  number: number;
  readonly place: Place;
}

const persons: ReadonlySet<string> = new Set([
  'Practitioner',
  'PractitionerRole',
  'Person',
  'Patient',
  'RelatedPerson',
]);

/** Elements that all resources have, and that say nothing of what they describe. */
const technical: ReadonlySet<string> = new Set([
  'resourceType',
  'id',
  'meta',
  'implicitRules',
  'language',
  'text',
  'contained',
  'url',
]);

export class FhirTally {
  private readonly leftOut = new Map<string, Counted>();
  private readonly unplaced = new Map<string, Counted>();
  private persons = 0;

  constructor(private readonly document: string) {}

  readonly onPerson = (): void => void (this.persons += 1);

  /** A resource for which there is no class. */
  leaveOut({ type, element }: LocatedResource): void {
    if (persons.has(type)) this.persons += 1;
    else if (type === 'OperationOutcome') {
      const codes = element.list('issue').flatMap((issue) => issue.text('code') ?? []);
      element.say('fhir-outcome', null, { value: codes.join(', ') });
    } else add(this.leftOut, type, () => element.place());
  }

  /** What nobody has read of a resource. */
  addUnread({ type, element }: LocatedResource, { identifiers, knownAs }: StatedIdentifiers): void {
    // Those of other systems only tell which resource it is.
    if (knownAs.length > identifiers.length)
      add(this.unplaced, `${type}.identifier`, () => element.place('identifier'));
    for (const field of element.unread())
      if (!technical.has(field)) add(this.unplaced, `${type}.${field}`, () => element.place(field));
  }

  findings({ untagged, usual }: Texts): Finding[] {
    const place = { document: this.document, line: null, column: null };
    return [
      ...[...this.unplaced].map(([path, { number, place: at }]) =>
        fhirFinding('fhir-no-place', { place: at, property: path, words: { path, number } }),
      ),
      ...[...this.leftOut].map(([value, { number, place: at }]) =>
        fhirFinding('fhir-resource-left-out', { place: at, value, words: { number } }),
      ),
      ...(untagged > 0
        ? [mappingFinding('text-without-language', { place, words: { number: untagged, language: usual } })]
        : []),
      ...(this.persons > 0 ? [personFinding('persons-left-out', place, this.persons)] : []),
    ];
  }
}

function add(counts: Map<string, Counted>, key: string, at: () => Place): void {
  const known = counts.get(key);
  if (known) known.number += 1;
  else counts.set(key, { number: 1, place: at() });
}
