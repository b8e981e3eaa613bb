/** The address of one representation, with its suffix. */
import { addressOf } from './page-asked';
import type { Asked, Representation } from './representation';

export const addressIn = (
  { iri, page, profile }: Pick<Asked, 'iri' | 'page' | 'profile'>,
  { extension }: Pick<Representation, 'extension'>,
): string => {
  // The front page has one form only, and no name that a suffix could follow.
  const address = addressOf(iri.endsWith('/') ? iri : `${iri}.${extension}`, page);
  return profile === null
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}_profile=${profile.name}`;
};
