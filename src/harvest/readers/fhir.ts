/** Reads FHIR R4 in JSON: studies, organizations, endpoints and libraries, alone, in Bundles and in NDJSON. */
import { UnreadableDocument } from '../../rdf/reading/document';
import type { SourceDocument } from '../document';
import { addressOf, identifiersOf } from '../fhir/identity';
import { mapEndpoint } from '../fhir/endpoint';
import { mapLibrary } from '../fhir/library';
import type { MappedRecord, MapResource } from '../fhir/mapping';
import { mapOrganization } from '../fhir/organization';
import { mapResearchStudy } from '../fhir/research-study';
import { resourcesIn, type LocatedResource } from '../fhir/resources';
import { FhirTally } from '../fhir/tally';
import { Texts } from '../fhir/texts';
import type { Finding } from '../finding';
import type { HarvestedRecord, PartOfRecord } from '../harvested-record';
import type { Reader, ReadingContext, ReadPart } from '../reader';
import { walkFinding } from '../walking/finding-texts';

const mappings: Readonly<Record<string, MapResource>> = {
  ResearchStudy: mapResearchStudy,
  Organization: mapOrganization,
  Endpoint: mapEndpoint,
  Library: mapLibrary,
};

interface Known {
  readonly iri: string;
  readonly element: LocatedResource['element'];
}

export const fhirReader: Reader = {
  async *read(documents, context) {
    /** A page of a search may refer to what stands on another one. */
    const known = new Map<string, Known>();
    for await (const document of documents) yield* partsOf(document, known, context);
  },
};

function* partsOf(
  document: SourceDocument,
  known: Map<string, Known>,
  { registry, source }: ReadingContext,
): Generator<ReadPart> {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const tally = new FhirTally(document.address);
  const texts = new Texts();
  const read: { located: LocatedResource; iri: string }[] = [];
  try {
    for (const located of resourcesIn(document, report)) {
      if (!mappings[located.type]) tally.leaveOut(located);
      else if (located.element.value.status === 'entered-in-error')
        located.element.say('fhir-entered-in-error', null);
      else {
        const iri = addressOf(located, document, source.name);
        if (iri === null) located.element.say('fhir-unidentified', null);
        else read.push({ located, iri });
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    report(walkFinding('unreadable-document', document.address, { value: error.message }));
  }
  for (const { located, iri } of read)
    for (const name of namesOf(located, iri)) known.set(name, { iri, element: located.element });
  const records: HarvestedRecord[] = [];
  for (const { located, iri } of read) {
    const { type, element } = located;
    const identified = identifiersOf(element.list('identifier'));
    const mapped =
      mappings[type]?.({
        element,
        iri,
        identified,
        known,
        registry,
        texts,
        persons: source.persons,
        onPerson: tally.onPerson,
        report,
      }) ?? [];
    if (mapped.length > 0) tally.addUnread(located, identified);
    const [first] = mapped;
    if (first && first.data.name === undefined)
      element.say('fhir-name-missing', type === 'ResearchStudy' ? 'title' : 'name');
    const isNameless = first?.data.name === undefined;
    records.push(...mapped.map((each) => recordOf(each, document, isNameless)));
  }
  yield* findings;
  yield* records;
  yield* tally.findings(texts);
}

/** What references call a resource. */
const namesOf = ({ type, element, fullUrl }: LocatedResource, iri: string): string[] => {
  const id = element.text('id');
  return [iri, ...(fullUrl === null ? [] : [fullUrl]), ...(id === null ? [] : [`${type}/${id}`])];
};

function recordOf(
  { type, iri, knownAs = [], data, concluded = {}, from, fields = {} }: MappedRecord,
  document: SourceDocument,
  isBroken: boolean,
): HarvestedRecord {
  const stated = Object.entries(data).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const at = ([field]: PartOfRecord) =>
    typeof field === 'string' ? from.place(fields[field] ?? field) : from.place();
  return {
    type,
    iri,
    knownAs,
    data: Object.fromEntries(stated),
    at,
    document,
    concluded,
    beside: false,
    ...(isBroken && { broken: true }),
  };
}
