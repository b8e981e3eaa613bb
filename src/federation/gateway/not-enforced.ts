/**
 * Finds demands of a schema that our gateway cannot enforce. It does not authenticate clients, so it cannot decide who may read a
 * field. The specification forbids to serve a schema with a feature linked "for" a purpose that one does not understand.
 * https://specs.apollo.dev/link/v1.0/#Purpose
 */
import { parse, type DocumentNode } from 'graphql';
import { appliedIn, featuresIn } from './features';

/** The schema demands protection that the gateway cannot enforce. If it were served, protected fields would be open. */
export class FeatureNotEnforced extends Error {
  override readonly name = 'FeatureNotEnforced';

  constructor(readonly problems: readonly string[]) {
    super(problems.slice(0, 10).join(' '));
  }
}

const apollo = 'https://specs.apollo.dev';

/** Directives of Apollo Federation that control access to a field. */
const accessDirectives: ReadonlySet<string> = new Set([
  'authenticated',
  'requiresScopes',
  'policy',
  'context',
  'fromContext',
]);

/** The features with a purpose that the gateway supports. */
const understood: readonly RegExp[] = [
  /\/(federation|link|core) /,
  /\/join v0\.[1-5]$/,
  /\/inaccessible v0\.[12]$/,
];

/**
 * Why the schema of a subgraph or supergraph cannot be served: one sentence for each protected field and each unsupported feature.
 * Empty if everything can be enforced.
 */
export function notEnforced(document: DocumentNode): string[] {
  const features = featuresIn(document);
  const applied = appliedIn(document, features);
  const problems = applied.flatMap(({ node, name, feature, at }) => {
    const isAccess = accessDirectives.has(name) && (!feature || feature.identity.startsWith(apollo));
    if (isAccess) return [protectedBy(`@${node.name.value}`, at)];
    const hasContext =
      name === 'field' && node.arguments?.some((one) => one.name.value === 'contextArguments');
    return hasContext ? [protectedBy('an argument from the context (@fromContext)', at)] : [];
  });
  for (const feature of features) {
    const { identity, version, purpose } = feature;
    if (purpose === null || understood.some((known) => known.test(`${identity} ${version}`))) continue;
    const where = applied.filter((one) => one.feature === feature).map(({ at }) => at);
    const used = where.length > 0 ? ` It stands at ${[...new Set(where)].slice(0, 5).join(', ')}.` : '';
    problems.push(
      `The feature ${identity}/${version} is linked for ${purpose}, and the gateway does not understand it.${used} Leave it out, with what it is meant for.`,
    );
  }
  return [...new Set(problems)];
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
