/** The object types of declared classes, with fields for attributes, references, ends and lists. */
import { ObjectType } from 'type-graphql';
import { CatalogueLink } from '../resource/catalogue-link';
import { CatalogueRecord } from '../resource/catalogue-record';
import {
  declarationOf,
  describe,
  isTimed,
  type Description,
  type End,
  type List,
  type RecordClass,
  type RecordKind,
} from '../resource/description';
import type { Registry } from '../resource/registry';
import type { StoredRecord } from '../resource/record';
import { declaredList } from '../query/lists';
import { statedList } from '../query/stated-list';
import { assessmentFields } from './assessment/assessment-fields';
import { isAssessed } from '../resource/assessed-record';
import { attributeFields } from './attribute-fields';
import { connectionArguments, type ConnectionArguments } from './connection-arguments';
import { connectionOf, connectionOfClass, pages } from './connections';
import { resolvedField, resolversOf, type Carrier } from './define';
import { holdingField } from './holding-fields';
import { oneRecord } from './one-record';
import { LinkInterface, NodeInterface, ResourceInterface } from './interfaces';

/** The interfaces of each kind of record beside `Node`, and the class whose fields they have. */
const faceOf: Readonly<Record<RecordKind, { faces: object[]; base: RecordClass | null }>> = {
  resource: { faces: [ResourceInterface], base: CatalogueRecord },
  link: { faces: [LinkInterface], base: CatalogueLink },
  source: { faces: [], base: null },
};

/** Defines the object type of a class and returns its resolvers. */
export function defineRecordType(description: Description, registry: Registry): Carrier {
  const { class: type, kind, type: name, about } = description;
  const { faces, base } = faceOf[kind];
  ObjectType(name, { description: about, implements: [...faces, NodeInterface] as never })(type);
  const resolvers = resolversOf(type, name);
  const inherited = new Set(base && declarationOf(base).attributes);
  attributeFields(
    type,
    resolvers,
    description.attributes.filter((attribute) => !inherited.has(attribute)),
  );
  if (kind === 'resource' && isTimed(description)) holdingField(resolvers);
  for (const { name, about, scheme } of description.uniqueIdentifiers) {
    resolvedField<StoredRecord>(resolvers, {
      name,
      type: String,
      about,
      nullable: true,
      reads: [],
      resolve: (record, _, { loaders }) => loaders.uniqueIdentifier(description, scheme, record.key),
    });
  }
  for (const reference of description.references) {
    recordField(
      resolvers,
      reference.name,
      reference.to(),
      reference.about,
      !reference.required,
      reference.name,
    );
  }
  for (const end of description.ends.filter(({ name, side }) => name !== side)) {
    recordField(resolvers, end.name, typeOfEnd(end), end.about, false, `${end.side}Key`);
  }
  if (isAssessed(description)) assessmentFields(resolvers);
  for (const list of description.lists) listField(resolvers, description, list, registry);
  return resolvers;
}

/** A field with one record, whose key is in the parent. */
function recordField(
  resolvers: Carrier,
  name: string,
  type: RecordClass,
  about: string,
  nullable: boolean,
  keyField: string,
): void {
  resolvedField<StoredRecord>(resolvers, {
    name,
    type: type,
    about,
    nullable,
    reads: [keyField],
    ...oneRecord((record) => record[keyField] as string | null),
  });
}

function typeOfEnd(end: End): RecordClass {
  const [only, ...others] = end.to();
  return only && others.length === 0 ? only : ResourceInterface;
}

function listField(resolvers: Carrier, owner: Description, list: List, registry: Registry): void {
  const via = list.kind === 'inverse' ? null : describe(list.link());
  const of = list.kind === 'links' ? via : list.to ? describe(list.to()) : null;
  const fixedRoles = list.kind === 'through' && list.roles !== undefined;
  const field = owner.type + list.name.charAt(0).toUpperCase() + list.name.slice(1);
  resolvedField<StoredRecord, ConnectionArguments>(resolvers, {
    name: list.name,
    type: of ? connectionOfClass(of) : connectionOf('Resource', ResourceInterface),
    about: list.about,
    args: connectionArguments(field, { of, via, roles: !fixedRoles, registry }),
    ...pages(
      (args) => declaredList(owner, list, args),
      (args) => statedList(owner, list, args),
    ),
  });
}
