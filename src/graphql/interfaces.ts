/** The interfaces of the schema, with the fields of every resource and every link. */
import { ID, InterfaceType } from 'type-graphql';
import { CatalogueLink } from '../resource/catalogue-link';
import { CatalogueRecord } from '../resource/catalogue-record';
import { line } from '../resource/canonical/text';
import { declarationOf } from '../resource/description';
import { disputesIn } from '../resource/evidence';
import { globalId, iriOf, recordKey } from '../resource/identity';
import { identifierIri } from '../resource/identifiers/identifiers';
import { descriptionOf, type StoredRecord } from '../resource/record';
import { Confidence } from '../vocabulary/confidence';
import { argumentsOf, resolvedField, resolversOf, type Carrier } from './define';
import { enumCode, enumOf } from './enums';
import { attributeFields } from './attribute-fields';
import { holdingField } from './holding-fields';
import { oneRecord } from './one-record';
import { IriScalar } from './scalars';
import { addDuring, DisputeType, EvidenceType, shown } from './evidence-types';
import { refuseEmpty } from './narrowing';
import { identifierType } from './value-types';

const typeName = (value: unknown): string => descriptionOf(value as StoredRecord).type;

@InterfaceType('Node', {
  description: 'Anything with a global id, after the Relay global object identification specification.',
  resolveType: typeName,
})
export abstract class NodeInterface {}

@InterfaceType('Resource', {
  description:
    'A record of the catalogue: addressable, in German and English, with the source of what it says.',
  implements: NodeInterface,
  resolveType: typeName,
})
export abstract class ResourceInterface {}

@InterfaceType('Link', {
  description: 'A typed, time-bounded edge between two resources, with its own evidence.',
  implements: NodeInterface,
  resolveType: typeName,
})
export abstract class LinkInterface {}

const aboutId = 'Opaque global id: give it to `node` to find this record again.';

/** Adds the fields of `Node`, `Resource` and `Link` that need no list; call once. */
export function defineInterfaces(linkKind: object): { node: Carrier; resource: Carrier; link: Carrier } {
  const node = resolversOf(NodeInterface, 'Node');
  const resource = resolversOf(ResourceInterface, 'Resource');
  const link = resolversOf(LinkInterface, 'Link');
  const id = (record: StoredRecord) => globalId(record.key);
  for (const resolvers of [node, resource, link]) {
    resolvedField<StoredRecord>(resolvers, { name: 'id', type: ID, about: aboutId, reads: [], resolve: id });
  }
  attributeFields(ResourceInterface, resource, declarationOf(CatalogueRecord).attributes);
  attributeFields(LinkInterface, link, declarationOf(CatalogueLink).attributes);
  addDuring(ResourceInterface);
  evidenceField(resource);
  evidenceField(link);
  holdingField(link);

  resolvedField<StoredRecord>(resource, {
    name: 'iri',
    type: IriScalar,
    about: 'Stable web address of the record.',
    reads: [],
    varies: true,
    resolve: (record, _, { publicUrl }) => iriOf(publicUrl, record.key),
  });
  resolvedField<StoredRecord>(resource, {
    name: 'identifiers',
    type: [identifierType],
    about: 'Identifiers from outside, such as ROR, DOI, Wikidata, grant number or MII site code.',
    reads: [],
    resolve: async (record, _, { loaders }) =>
      (await loaders.identifiers(record.key)).map((identifier) => ({
        ...identifier,
        iri: identifierIri(identifier),
      })),
  });
  resolvedField<StoredRecord>(resource, {
    name: 'disputes',
    type: [DisputeType],
    about: 'Properties on which sources disagree, with each statement; empty when they agree.',
    reads: [],
    resolve: async (record, _, { loaders }) =>
      disputesIn(descriptionOf(record), await loaders.evidence(record.key)).map(
        ({ property, statements }) => ({ property, statements: statements.map(shown) }),
      ),
  });
  resolvedField<StoredRecord>(link, {
    name: 'kind',
    type: linkKind,
    about: 'Kind of the link.',
    reads: [],
    resolve: (record) => enumCode(descriptionOf(record).type),
  });
  for (const side of ['from', 'to'] as const) {
    resolvedField<StoredRecord>(link, {
      name: side,
      type: ResourceInterface,
      about:
        side === 'from' ? 'The resource from which the link leads.' : 'The resource to which the link leads.',
      reads: [`${side}Key`],
      ...oneRecord((record) => String(record[`${side}Key`])),
    });
  }
  return { node, resource, link };
}

/** What narrows the evidence of a record. */
interface EvidenceArguments {
  property?: string | null;
  confidence?: readonly Confidence[] | null;
  citedFrom?: readonly string[] | null;
}

function evidenceField(resolvers: Carrier): void {
  resolvedField<StoredRecord, EvidenceArguments>(resolvers, {
    name: 'evidence',
    type: [EvidenceType],
    about: 'Who says so: what sources state about this record, or about one property of it.',
    args: argumentsOf(`${resolvers.name}Evidence`, [
      { name: 'property', type: String, about: 'Only statements about this field, such as name or endsOn.' },
      {
        name: 'confidence',
        type: [enumOf(Confidence)],
        about: 'Only statements that can be relied on so far.',
      },
      {
        name: 'citedFrom',
        type: [String],
        about: 'Only statements that are cited from one of these sources, by their slugs.',
      },
    ]),
    reads: [],
    resolve: async (record, { property, confidence, citedFrom }, { loaders, registry }) => {
      refuseEmpty({ confidence, citedFrom });
      const sources = citedFrom?.map((slug) => recordKey(registry.source, line(slug)));
      const wanted = property == null ? null : line(property);
      const evidence = await loaders.evidence(record.key);
      return evidence
        .filter((each) => wanted === null || each.property === wanted)
        .filter((each) => confidence?.includes(each.confidence) ?? true)
        .filter((each) => sources?.includes(each.sourceId) ?? true)
        .map(shown);
    },
  });
}
