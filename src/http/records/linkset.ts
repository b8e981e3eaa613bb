/** Linksets: all typed links of an address as a document of their own. https://www.rfc-editor.org/rfc/rfc9264 */
import { linkValue, type TypedLink } from './typed-link';

export const linksetJsonType = 'application/linkset+json';
export const linksetType = 'application/linkset';
export const linksetTypes: readonly string[] = [linksetJsonType, linksetType];

/** A target of a relation in JSON. `title` has one language, as titles of ours are names of formats. */
type Target = Pick<TypedLink, 'href' | 'type' | 'profile' | 'title'>;

/** The linkset in JSON: for each context its targets by relation. */
export function linksetJson(links: readonly TypedLink[], context: string): string {
  const contexts = new Map<string, Record<string, Target[]>>();
  for (const { rel, anchor = context, href, type, profile, title } of links) {
    const relations = contexts.get(anchor) ?? {};
    contexts.set(anchor, relations);
    (relations[rel] ??= []).push({
      href,
      ...(type !== undefined && { type }),
      ...(title !== undefined && { title }),
      // In JSON, each attribute that RFC 8288 does not define is a list: section 4.2.4.3.
      ...(profile !== undefined && ({ profile: [profile] } as object)),
    });
  }
  const linkset = [...contexts].map(([anchor, relations]) => ({ anchor, ...relations }));
  return `${JSON.stringify({ linkset }, null, 2)}\n`;
}

/** The linkset in the syntax of the header `Link`, one link on each line. */
export const linksetText = (links: readonly TypedLink[], context: string): string =>
  `${links.map((link) => linkValue({ anchor: context, ...link })).join(',\n')}\n`;
