/** The address of one representation, with its suffix. */
import { addressOf } from './page-asked';
import type { Asked, Representation } from './representation';

export const addressIn = (
  { iri, page, profile }: Pick<Asked, 'iri' | 'page' | 'profile'>,
  { extension }: Pick<Representation, 'extension'>,
): string => {
  const address = addressOf(`${iri}.${extension}`, page);
  return profile === null
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}_profile=${profile.name}`;
};
