/**
 * The features that a schema links with `@link`, and the original names of its directives: an import or the link may rename them.
 * https://specs.apollo.dev/link/v1.0/
 */
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { parseUrl } from '../../url';

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

/**
 * All directives applied in a document, with the coordinate of the element that has them. One whose name two features claim is
 * listed with each of them.
 */
export const appliedIn = (document: DocumentNode, features = featuresIn(document)): Applied[] =>
  elementsOf(document).flatMap(({ at, directives }) =>
    directives.flatMap((node) =>
      meanings(node.name.value, features).map((meaning) => ({ node, at, ...meaning })),
    ),
  );

/**
 * The schema, and all types, fields, arguments and enum values with their schema coordinates.
 * https://spec.graphql.org/September2025/#sec-Schema-Coordinates
 */
export function elementsOf({ definitions }: DocumentNode): Element[] {
  return definitions.flatMap((definition) => {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION)
      return [{ at: 'schema', directives: definition.directives ?? [] }];
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

/** Resolves the name of a directive in a schema to its name in the specification of each feature that may mean it. */
export function meanings(
  written: string,
  features: readonly Feature[],
): readonly Pick<Applied, 'name' | 'feature'>[] {
  const found = features.flatMap((feature) => {
    const { imports, prefix, name } = feature;
    const imported = imports.get(written);
    if (imported !== undefined) return [{ name: imported, feature }];
    if (written === prefix) return [{ name, feature }];
    return written.startsWith(`${prefix}__`) ? [{ name: written.slice(prefix.length + 2), feature }] : [];
  });
  return found.length > 0 ? found : [{ name: written.replace(/^.*__/, ''), feature: null }];
}

/** The features linked by `@link(url:)`, under whatever name, or by its predecessor `@core(feature:)`. */
export function featuresIn({ definitions }: DocumentNode): Feature[] {
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (node.directives ?? []).flatMap((directive) => {
      const values = argumentsOf(directive);
      const url = values.get('url') ?? values.get('feature');
      return typeof url === 'string' ? [featureAt(url, values)] : [];
    });
  });
}

/** The arguments of a directive by name. */
export const argumentsOf = ({ arguments: given = [] }: ConstDirectiveNode): ReadonlyMap<string, unknown> =>
  new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** The feature at a URL, with the further arguments of its `@link`. */
export function featureAt(url: string, values: ReadonlyMap<string, unknown>): Feature {
  const [, identity = url, version = ''] = /^(.*?)\/(v\d+(?:\.\d+)*)\/?$/i.exec(canonical(url)) ?? [];
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

/** One spelling for all that composers take for the same: a host in capitals, a stated port, empty parts of the path. */
function canonical(url: string): string {
  const { protocol, origin, pathname = '' } = parseUrl(url) ?? {};
  const isOfTheWeb = protocol === 'https:' || protocol === 'http:';
  return isOfTheWeb ? `${origin}/${pathname.split('/').filter(Boolean).join('/')}` : url;
}

function importOf(given: unknown): [written: string, specified: string][] {
  const { name, as = name } = (typeof given === 'object' && given ? given : { name: given }) as {
    name?: unknown;
    as?: unknown;
  };
  if (typeof name !== 'string' || typeof as !== 'string') return [];
  return [[as.replace(/^@/, ''), name.replace(/^@/, '')]];
}
