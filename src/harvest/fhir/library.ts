/** A library that is a collection of data is a dataset, and its contents are ways of getting it. https://hl7.org/fhir/R4/library.html */
import { isPersonalEmail } from '../records/persons';
import { Mention } from '../harvested-record';
import type { Element } from './element';
import type { MapResource, MappedRecord, Mapping } from './mapping';
import { homepageIn, mentionOf, namedIn } from './references';
import { hasCode, tagIn, textOfConcept } from './texts';

const agents = ['Infrastructure', 'Institution', 'Project', 'ExternalSource'];

export const mapLibrary: MapResource = (mapping) => {
  const { element, iri, identified, texts } = mapping;
  if (!hasCode(element.one('type'), 'asset-collection')) {
    element.say('fhir-no-data-collection', null);
    return [];
  }
  const self = mentionOf(iri, 'Dataset', element);
  const title = texts.localized(element, 'title', element) ?? texts.localized(element, 'name', element);
  const dataset: MappedRecord = {
    type: 'Dataset',
    iri,
    knownAs: identified.knownAs,
    from: element,
    fields: { name: 'title', keywords: 'topic', contact: 'contact', identifiers: 'identifier' },
    data: {
      name: title,
      kind: 'COLLECTION',
      description: texts.localized(element, 'description', element),
      version: element.text('version') ?? undefined,
      keywords: element.list('topic').flatMap((topic) => textOfConcept(topic) ?? []),
      contact: contactIn(mapping),
      identifiers: identified.identifiers,
    },
    concluded: {
      kind: 'The document says no more than that it is a FHIR Library of the type asset-collection.',
    },
  };
  const publisher = element.text('publisher');
  const published = publisher === null ? [] : [provisionOf(publisher, self, mapping)];
  return [
    dataset,
    ...published,
    ...element.list('content').flatMap((content) => wayIn(content, self, title, mapping)),
  ];
};

const provisionOf = (publisher: string, offer: Mention, { element, texts }: Mapping): MappedRecord => ({
  type: 'Provision',
  iri: null,
  from: element,
  fields: { agent: 'publisher' },
  data: {
    agent: namedIn(publisher, agents, element.place('publisher'), {
      type: 'Institution',
      data: {
        name: { [tagIn(element.text('language')) ?? texts.usual]: publisher },
        kind: 'OTHER',
      },
    }),
    offer,
    role: 'PUBLISHER',
  },
});

/** An attachment at an address. https://hl7.org/fhir/R4/datatypes.html#Attachment */
function wayIn(
  content: Element,
  dataset: Mention,
  nameOfDataset: unknown,
  { element, iri, texts }: Mapping,
): MappedRecord[] {
  const url = content.text('url');
  if (content.value.data !== undefined) content.say('fhir-inline-data', null);
  if (url === null || !/^https?:\/\//i.test(url)) return [];
  const language = tagIn(content.text('language'));
  const title = texts.localized(content, 'title', language === null ? element : content);
  const mediaType = content.text('contentType')?.split(';')[0]?.trim().toLowerCase();
  return [
    {
      type: 'Distribution',
      iri: `${iri}#${encodeURIComponent(url)}`,
      from: content,
      fields: {
        downloadUrl: 'url',
        mediaType: 'contentType',
        byteSize: 'size',
        checksum: 'hash',
        name: 'title',
      },
      data: {
        name: title ?? nameOfDataset,
        dataset,
        kind: 'FILE',
        downloadUrl: url,
        mediaType: mediaType === '' ? undefined : mediaType,
        byteSize: content.number('size') ?? undefined,
        checksum: checksumIn(content),
        languages: language === null ? undefined : [language.toUpperCase()],
      },
      concluded: {
        kind: 'A content of the Library that has an address.',
        ...(!title && { name: 'It has no title: this is that of its dataset.' }),
      },
    },
  ];
}

/** SHA-1 in Base64, as R4 defines it. */
function checksumIn(content: Element): { algorithm: string; value: string } | undefined {
  const hash = content.text('hash');
  if (hash === null) return undefined;
  const bytes = Buffer.from(hash, 'base64');
  if (bytes.length === 20) return { algorithm: 'SHA1', value: bytes.toString('hex') };
  content.say('fhir-wrong-type', 'hash', { takes: 'base64Binary (SHA-1)' });
  return undefined;
}

/** The office that can be written to. The name of a contact is that of an individual, and is left out. */
function contactIn({ element, texts, persons, onPerson }: Mapping): Mention | undefined {
  for (const contact of element.list('contact')) {
    const telecoms = contact.list('telecom');
    const emails = telecoms
      .filter((each) => each.text('system') === 'email')
      .flatMap((each) => each.text('value') ?? []);
    const email = emails
      .map((each) => each.replace(/^mailto:/i, ''))
      .find((each) => persons || !isPersonalEmail(each));
    const stated = contact.text('name');
    if (!persons && (stated !== null || emails.some(isPersonalEmail))) onPerson();
    if (email === undefined) continue;
    const name = (persons ? stated : null) ?? email;
    const homepage = homepageIn(telecoms) ?? null;
    return new Mention(
      {
        iri: null,
        classes: ['Contact'],
        names: [{ value: name, language: null }],
        identifiers: [],
        email,
        homepage,
        kinds: [],
        at: contact.place(),
        isPerson: false,
      },
      {
        type: 'Contact',
        data: { name: { [texts.usual]: name }, email, ...(homepage !== null && { homepage }) },
      },
    );
  }
  return undefined;
}
