/** Prints the SDL of a subgraph: a schema with its keys, for composition with Apollo Federation 2.3. */
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { withoutRootFields } from './pruned-document';

/** A further specification to link, and the directives imported from it. */
export interface LinkedSpecification {
  url: string;
  import: readonly string[];
}

export interface SubgraphShape {
  /** The keys of each type. */
  keys: Readonly<Record<string, readonly string[]>>;
  /** Types whose fields other subgraphs may resolve as well. */
  shareable?: readonly string[];
  /** Fields of Query that are left out of the supergraph, with the types that only they use. */
  leftOut?: readonly string[];
  /** Directives that some composers refuse. They are left out of the SDL; the subgraph obeys them all the same. */
  leftOutDirectives?: readonly string[];
  links?: readonly LinkedSpecification[];
  /** Directives of these specifications that the supergraph keeps (`@composeDirective`). */
  composed?: readonly string[];
}

/** Some composers refuse later versions. */
const specification = 'https://specs.apollo.dev/federation/v2.3';

/** The directives of that version. */
const federationDirectives: ReadonlySet<string> = new Set([
  'composeDirective',
  'extends',
  'external',
  'inaccessible',
  'interfaceObject',
  'key',
  'override',
  'provides',
  'requires',
  'shareable',
  'tag',
]);

/** Prints the SDL. Directives that the schema already has, such as `@external`, are kept. */
export function subgraphSdl(
  schema: GraphQLSchema,
  { keys, shareable = [], leftOut = [], leftOutDirectives = [], links = [], composed = [] }: SubgraphShape,
): string {
  const whole = getDocumentNodeFromSchema(schema);
  const document = visit(withoutRootFields(whole, schema.getQueryType()?.name ?? '', leftOut), {
    Directive: ({ name }) => (leftOutDirectives.includes(name.value) ? null : undefined),
  });
  const shared = new Set(shareable);
  const definitions = document.definitions
    .filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION)
    .map((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
      const name = definition.name.value;
      const added = [
        ...(keys[name] ?? []).map((fields) => `@key(fields: ${JSON.stringify(fields)})`),
        ...(shared.has(name) ? ['@shareable'] : []),
      ];
      return { ...definition, directives: [...(definition.directives ?? []), ...directives(added)] };
    });
  const composing = composed.map((name) => `@composeDirective(name: ${JSON.stringify(name)})`);
  const used = directivesIn({ ...document, definitions }).concat(
    composed.length > 0 ? 'composeDirective' : [],
  );
  const imported = [...federationDirectives].filter((name) => used.includes(name)).map((name) => `@${name}`);
  const linked = [{ url: specification, import: imported }, ...links].map(
    (link) =>
      `@link(url: ${JSON.stringify(link.url)}, import: [${link.import.map((name) => JSON.stringify(name)).join(', ')}])`,
  );
  return `${['extend schema', ...linked, ...composing].join('\n  ')}\n\n${definitions.map(print).join('\n\n')}\n`;
}

/** Parses directives. */
function directives(texts: readonly string[]): readonly ConstDirectiveNode[] {
  if (texts.length === 0) return [];
  const [extension] = parse(`extend schema ${texts.join(' ')}`).definitions;
  return extension?.kind === Kind.SCHEMA_EXTENSION ? (extension.directives ?? []) : [];
}

/** The names of the directives that a document uses. */
function directivesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, { Directive: ({ name }) => void names.add(name.value) });
  return [...names];
}
