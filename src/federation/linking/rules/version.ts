/** The versions of Apollo Federation that the composer knows. */
import type { DocumentNode } from 'graphql';
import { featuresIn } from '../../gateway/features';

/** The newest version that `@theguild/federation-composition` takes. */
const newestFederation = 'v2.9';

/** Why the linked version cannot be composed. */
export const wrongVersion = (document: DocumentNode): string[] =>
  featuresIn(document)
    .filter(({ identity, version }) => identity === federation && !isKnown(version))
    .map(
      ({ version }) =>
        `It links Apollo Federation ${version || 'without a version'}; v2.0 to ${newestFederation} can be composed. Link ${federation}/${newestFederation}, and leave out what is newer.`,
    );

const federation = 'https://specs.apollo.dev/federation';

const isKnown = (version: string): boolean => {
  const [major, minor] = version.replace(/^v/i, '').split('.').map(Number);
  const [, newest] = newestFederation.split('.').map(Number);
  return (major === 1 && minor === 0) || (major === 2 && minor !== undefined && minor <= (newest ?? 0));
};
