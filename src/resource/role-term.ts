/** What the role of a link states directly about its ends. */
import { getOrMake } from '../maps';
import type { RoleTerm } from '../vocabulary/term';
import { attributeOf, type Description } from './description';
import type { StoredRecord } from './record';

type Concepts = Readonly<Record<string, { readonly term?: RoleTerm }>>;

const byClass = new WeakMap<Description, Concepts>();

export const roleTermOf = (link: Description, { role }: StoredRecord): RoleTerm | undefined =>
  getOrMake(byClass, link, (): Concepts => attributeOf(link, 'role')?.scheme?.concepts ?? {})[String(role)]
    ?.term;
