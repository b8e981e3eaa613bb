/** The address of one representation, with its suffix. */
import { parametersOf } from '../address';
import { addressOf } from './page-arguments';
import type { RepresentationRequest, Representation } from './representation';

export const addressIn = (
  { iri, page, profile }: Pick<RepresentationRequest, 'iri' | 'page' | 'profile'>,
  { extension }: Pick<Representation, 'extension'>,
): string => {
  // The front page has one form only, and no name that a suffix could follow.
  const address = addressOf(iri.endsWith('/') ? iri : `${iri}.${extension}`, page);
  return profile === null
    ? address
    : `${address}${address.includes('?') ? '&' : '?'}_profile=${profile.name}`;
};

/** What the suffix and the profile say already. */
const saidOtherwise = ['_format', '_profile'];
/** Longer ones are left out of the headers: many proxies refuse these. */
const longest = 2_000;

/**
 * The address at which exactly the answer to this request is: all else that it asks for stays in it, such as the question of a search or
 * the moment since when datasets have changed. Who keeps the answer under this address must not take it for one without these.
 */
export function locationOf(
  { iri, profile, httpRequest: request }: Pick<RepresentationRequest, 'iri' | 'profile' | 'httpRequest'>,
  { extension }: Pick<Representation, 'extension'>,
): string | null {
  const parameters = parametersOf(request.url);
  for (const name of saidOtherwise) parameters.delete(name);
  if (profile !== null) parameters.set('_profile', profile.name);
  const search = parameters.toString();
  if (search.length > longest) return null;
  const address = iri.endsWith('/') ? iri : `${iri}.${extension}`;
  return search === '' ? address : `${address}?${search}`;
}
