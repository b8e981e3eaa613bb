/**
 * Finds demands of a schema that our gateway cannot enforce. It does not authenticate clients, so it cannot decide who may read a
 * field. The specification forbids to serve a schema with a feature linked "for" a purpose that one does not understand.
 * https://specs.apollo.dev/link/v1.0/#Purpose
 */
import { parse, type DocumentNode } from 'graphql';
import {
  appliedIn,
  argumentsOf,
  featureAt,
  featuresIn,
  meanings,
  type Applied,
  type Feature,
} from './features';

/** The schema demands protection that the gateway cannot enforce. If it were served, protected fields would be open. */
export class FeatureNotEnforced extends Error {
  override readonly name = 'FeatureNotEnforced';

  constructor(readonly problems: readonly string[]) {
    super(problems.slice(0, 10).join(' '));
  }
}

/** Directives that control who may read a field, whoever specifies them. */
const ofAccess: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'fromContext']);

/** Directives that do so in Apollo Federation, and may mean something else in the features of others. */
const ofAccessInFederation: ReadonlySet<string> = new Set(['policy', 'context']);

const federation = /^https?:\/\/specs\.apollo\.dev\/|\/(federation|policy|context)$/;

/** The features with a purpose that the gateway supports. */
const understood = [/(federation|link|core) /, /join v0\.[1-5]$/, /inaccessible v0\.[12]$/].map(
  ({ source }) => new RegExp(`^https://specs\\.apollo\\.dev/${source}`),
);

/** Fields that the router itself answers, by calls to REST services. https://specs.apollo.dev/connect/v0.1/ */
const connectors = '/connect';

/**
 * Why the schema of a subgraph or supergraph cannot be served: one sentence for each protected field and each unsupported feature.
 * Empty if everything can be enforced.
 */
export function notEnforced(document: DocumentNode): string[] {
  const { features, applied } = demandsIn(document);
  const problems = applied.flatMap(({ node, name, feature, at }) => {
    if (isOfAccess(name, feature)) return [protectedBy(`@${node.name.value}`, at)];
    const hasContext =
      name === 'field' && node.arguments?.some((one) => one.name.value === 'contextArguments');
    return hasContext ? [protectedBy('an argument from the context (@fromContext)', at)] : [];
  });
  for (const feature of features) {
    const { identity, version, purpose } = feature;
    const isConnector = identity.endsWith(connectors);
    if (
      !isConnector &&
      (purpose === null || understood.some((known) => known.test(`${identity} ${version}`)))
    )
      continue;
    const where = applied.filter((one) => one.feature === feature).map(({ at }) => at);
    const used = where.length > 0 ? ` It stands at ${[...new Set(where)].slice(0, 5).join(', ')}.` : '';
    const why = isConnector ? 'linked' : `linked for ${purpose}`;
    problems.push(
      `The feature ${identity}/${version} is ${why}, and the gateway does not understand it.${used} Leave it out, with what it is meant for.`,
    );
  }
  return [...new Set(problems)];
}

const isOfAccess = (name: string, feature: Feature | null): boolean =>
  ofAccess.has(name) ||
  (ofAccessInFederation.has(name) && (feature === null || federation.test(feature.identity)));

/**
 * The features and directives of a document, with those that a supergraph keeps of its subgraphs in `@join__directive(name:, args:)`.
 * https://specs.apollo.dev/join/v0.5/
 */
function demandsIn(document: DocumentNode): { features: readonly Feature[]; applied: readonly Applied[] } {
  const stated = featuresIn(document);
  const applied = appliedIn(document, stated);
  const remaining = applied.flatMap(({ node, name, at }) => {
    if (name !== 'directive') return [];
    const given = argumentsOf(node);
    const written = given.get('name');
    return typeof written === 'string' ? [{ node, at, written, args: given.get('args') }] : [];
  });
  const linked = remaining.flatMap(({ written, args }) => {
    const values = new Map(Object.entries(typeof args === 'object' && args !== null ? args : {}));
    const url: unknown = values.get('url');
    return written === 'link' && typeof url === 'string' ? [featureAt(url, values)] : [];
  });
  const features = [...stated, ...linked];
  const meant = remaining.flatMap(({ node, at, written }) =>
    meanings(written, features).map((meaning) => ({
      node: { ...node, name: { ...node.name, value: written } },
      at,
      ...meaning,
    })),
  );
  return { features, applied: [...applied, ...meant] };
}

/** The same for SDL text. Empty if the text cannot be parsed, which is reported elsewhere. */
export function notEnforcedIn(sdl: string): string[] {
  try {
    return notEnforced(parse(sdl));
  } catch {
    return [];
  }
}

const protectedBy = (directive: string, at: string): string =>
  `${at} has ${directive}, which the gateway cannot enforce, as it does not know its clients: anybody could read it. Leave ${at} out of what is linked in.`;
