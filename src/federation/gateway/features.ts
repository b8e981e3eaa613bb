/**
 * The features that a schema links with `@link`, and the original names of its directives: an import or the link may rename them.
 * https://specs.apollo.dev/link/v1.0/
 */
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** A feature that a schema links. */
export interface Feature {
  /** Its URL without the version, such as `https://specs.apollo.dev/authenticated`. */
  identity: string;
  /** The last part of the identity, which is also the name of its first directive. */
  name: string;
  version: string;
  /** The prefix of its elements' names, before `__`. */
  prefix: string;
  /** Renamed elements: from the name in the schema to the name in the specification. */
  imports: ReadonlyMap<string, string>;
  purpose: string | null;
}

/** An applied directive. */
export interface Applied {
  node: ConstDirectiveNode;
  /** Its name in its specification. */
  name: string;
  /** The feature it belongs to, or null if the schema itself defines it. */
  feature: Feature | null;
  /** The schema coordinate, such as `Machine.scans` or `Query.machines(first:)`. */
  at: string;
}

/** All directives applied in a document, with the coordinate of the element that has them. */
export const appliedIn = (document: DocumentNode, features = featuresIn(document)): Applied[] =>
  elementsOf(document).flatMap(({ at, directives }) =>
    directives.map((node) => ({ node, at, ...meant(node.name.value, features) })),
  );

/** All types, fields, arguments and enum values with their schema coordinates. https://spec.graphql.org/September2025/#sec-Schema-Coordinates */
export function elementsOf({ definitions }: DocumentNode): Element[] {
  return definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name || definition.kind === Kind.DIRECTIVE_DEFINITION)
      return [];
    const type = definition as Named & { fields?: readonly Member[]; values?: readonly Member[] };
    const members = [...(type.fields ?? []), ...(type.values ?? [])].flatMap((member) => {
      const at = `${type.name.value}.${member.name.value}`;
      const args = (member.arguments ?? []).map((one) => element(one, `${at}(${one.name.value}:)`));
      return [element(member, at), ...args];
    });
    return [element(type, type.name.value), ...members];
  });
}

interface Element {
  at: string;
  directives: readonly ConstDirectiveNode[];
}

interface Named {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

interface Member extends Named {
  readonly arguments?: readonly Named[] | undefined;
}

const element = ({ directives = [] }: Named, at: string): Element => ({ at, directives });

/** Resolves the name of a directive in a schema to its name in the feature's specification. */
export function meant(written: string, features: readonly Feature[]): Pick<Applied, 'name' | 'feature'> {
  for (const feature of features) {
    const imported = feature.imports.get(written);
    if (imported !== undefined) return { name: imported, feature };
  }
  for (const feature of features) {
    if (written === feature.prefix) return { name: feature.name, feature };
    if (written.startsWith(`${feature.prefix}__`))
      return { name: written.slice(feature.prefix.length + 2), feature };
  }
  return { name: written.replace(/^.*__/, ''), feature: null };
}

/** The features linked by `@link(url:)`, under whatever name, or by its predecessor `@core(feature:)`. */
export function featuresIn({ definitions }: DocumentNode): Feature[] {
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (node.directives ?? []).flatMap(({ arguments: given = [] }) => {
      const values = new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
      const url = values.get('url') ?? values.get('feature');
      return typeof url === 'string' ? [featureAt(url, values)] : [];
    });
  });
}

function featureAt(url: string, values: ReadonlyMap<string, unknown>): Feature {
  const [, identity = url, version = ''] = /^(.*?)\/(v\d+(?:\.\d+)*)\/?$/.exec(url) ?? [];
  const name = identity.slice(identity.lastIndexOf('/') + 1);
  const as = values.get('as');
  const imports = values.get('import');
  const purpose = values.get('for');
  return {
    identity,
    name,
    version,
    prefix: typeof as === 'string' ? as : name,
    imports: new Map((Array.isArray(imports) ? (imports as unknown[]) : []).flatMap(importOf)),
    purpose: typeof purpose === 'string' ? purpose : null,
  };
}

function importOf(given: unknown): [written: string, specified: string][] {
  const { name, as = name } = (typeof given === 'object' && given ? given : { name: given }) as {
    name?: unknown;
    as?: unknown;
  };
  if (typeof name !== 'string' || typeof as !== 'string') return [];
  return [[as.replace(/^@/, ''), name.replace(/^@/, '')]];
}
