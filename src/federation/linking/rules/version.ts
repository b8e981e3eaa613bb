/** The versions of Apollo Federation that the composer knows. */
import type { DocumentNode } from 'graphql';
import { featuresIn } from '../../gateway/features';

/** The newest version that `@theguild/federation-composition` takes. */
const newestFederation = 'v2.9';

/** Why the linked version cannot be composed. */
export const wrongVersion = (document: DocumentNode): string[] =>
  featuresIn(document)
    .filter(({ identity, version }) => isFederation(identity) && !isKnown(version))
    .map(
      ({ identity, version }) =>
        `It links Apollo Federation ${version || identity.slice(federation.length + 1) || 'without a version'}; v2.0 to ${newestFederation} can be composed. Link ${federation}/${newestFederation}, and leave out what is newer.`,
    );

const federation = 'https://specs.apollo.dev/federation';

/** The specification, also with something that is no version behind it. */
const isFederation = (identity: string): boolean =>
  identity === federation || identity.startsWith(`${federation}/`);

/** Schemas of version 1 link nothing. */
const isKnown = (version: string): boolean => {
  const [major, minor] = version.replace(/^v/i, '').split('.').map(Number);
  const [, newest] = newestFederation.split('.').map(Number);
  return major === 2 && minor !== undefined && minor <= (newest ?? 0);
};
