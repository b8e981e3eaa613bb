/** Links that a document states with one property, such as `dct:publisher`: read from the roles and lists of the declarations. */
import {
  attributeOf,
  describe,
  endOf,
  otherSide,
  type Description,
  type End,
  type Side,
} from '../../resource/description';
import type { Registry } from '../../resource/registry';
import { codesOf } from '../../vocabulary/concept-scheme';

export interface RoleLink {
  readonly property: string;
  /** Whether the other record states it of this one. */
  readonly inverse: boolean;
  readonly link: Description;
  /** The end at which the record is of which it is stated. */
  readonly own: End;
  readonly other: End;
  /** Null for a link that has no role. */
  readonly role: string | null;
}

/** The links that a statement about a record of a class can be. */
export function roleLinksOf(registry: Registry, description: Description): RoleLink[] {
  const ends = (link: Description, side: Side) => ({
    own: endOf(link, side),
    other: endOf(link, otherSide(side)),
  });
  const ofRoles = registry.links.flatMap((link) => {
    const scheme = attributeOf(link, 'role')?.scheme;
    return (scheme ? codesOf(scheme) : []).flatMap((role): RoleLink[] => {
      const term = scheme?.concepts[role]?.term;
      if (!term) return [];
      const { own, other } = ends(link, term.of);
      if (!registry.classesOf(own).includes(description.class)) return [];
      return [{ property: term.predicate, inverse: term.inverse ?? false, link, own, other, role }];
    });
  });
  const ofLists = description.lists.flatMap((list): RoleLink[] => {
    if (list.kind !== 'through' || !list.term) return [];
    const link = describe(list.link());
    const [role = null, ...others] = list.roles ?? [];
    if (others.length > 0 || (role === null && attributeOf(link, 'role')?.required)) return [];
    const { own, other } = ends(link, list.as);
    return [{ property: list.term.predicate, inverse: list.term.inverse ?? false, link, own, other, role }];
  });
  return [...ofRoles, ...ofLists];
}
