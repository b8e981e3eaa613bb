/** What codes state directly: the role of a link about its ends, and a record about the one to which it belongs. */
import { getOrMake } from '../maps';
import type { RoleTerm, Term } from '../vocabulary/term';
import { attributeOf, type Description, type InverseList } from './description';
import type { StoredRecord } from './record';

type Concepts = Readonly<Record<string, { readonly term?: RoleTerm }>>;

const byClass = new WeakMap<Description, Map<string, Concepts>>();

/** The concepts of an attribute with codes. */
const conceptsOf = (description: Description, name: string): Concepts =>
  getOrMake(
    getOrMake(byClass, description, () => new Map<string, Concepts>()),
    name,
    (): Concepts => attributeOf(description, name)?.scheme?.concepts ?? {},
  );

export const roleTermOf = (link: Description, { role }: StoredRecord): RoleTerm | undefined =>
  conceptsOf(link, 'role')[String(role)]?.term;

/** How a record of a list is stated. */
export type MemberTerm = Pick<InverseList, 'termBy'> & { readonly term: Term };

/** The property by which a list states one of its records: that of the record's code, or that of the list. */
export function memberTermOf(
  { term, termBy }: MemberTerm,
  description: Description,
  record: StoredRecord,
): Term {
  if (termBy === undefined) return term;
  const own = conceptsOf(description, termBy)[String(record[termBy])]?.term;
  return own ? { ...term, predicate: own.predicate } : term;
}

/** The properties by which a list states its records, each with the code that says so; that of the list itself has none. */
export const memberTerms = (
  { term, termBy }: MemberTerm,
  description: Description,
): readonly { readonly predicate: string; readonly code: string | null }[] => [
  { predicate: term.predicate, code: null },
  ...(termBy === undefined ? [] : Object.entries(conceptsOf(description, termBy))).flatMap(
    ([code, { term: own }]) => (own ? [{ predicate: own.predicate, code }] : []),
  ),
];
