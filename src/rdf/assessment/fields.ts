/** In which field a steward states an RDF property: the declarations read backwards. */
import {
  attributeOf,
  describe,
  endOf,
  otherSide,
  type Description,
  type List,
} from '../../resource/description';
import { labelOfField } from '../../resource/labels';
import { memberTerms } from '../../resource/role-term';
import type { Label } from '../../vocabulary/label';
import { adms } from '../../vocabulary/namespaces';
import { identifiersField } from './statements';

/** A field of a record, of one of its parts, or of a link at it. */
export interface Field {
  /** Its name in imports and in the schema, such as `licence`. */
  readonly name: string;
  readonly label: Label;
  /** The class that declares it. */
  readonly type: string;
  /** The list of the record in which its part or link stands; null for a field of the record itself. */
  readonly list: string | null;
  /** The code that the field must have, where the property follows from it: the role of a link, or what a record of the list is. */
  readonly code: string | null;
}

const known = new WeakMap<Description, Map<string, Field | null>>();

/**
 * The field that states a property.
 * @param path the property, or that of a list and a property of the records in it
 * @returns null where no declaration states it
 */
export function fieldOf(description: Description, path: readonly string[]): Field | null {
  const name = path.join(' ');
  const ofClass = known.get(description) ?? new Map<string, Field | null>();
  known.set(description, ofClass);
  const found = ofClass.get(name);
  if (found !== undefined) return found;
  const field = find(description, path);
  ofClass.set(name, field);
  return field;
}

function find(description: Description, [property = '', ...others]: readonly string[]): Field | null {
  const { type, attributes, references, lists } = description;
  const has = ({ term }: { term?: { predicate: string } | undefined }) => term?.predicate === property;
  if (others.length > 0) {
    for (const list of lists) {
      const member = memberOf(list);
      const isStated =
        member && statesMembersBy(list, member).some(({ predicate }) => predicate === property);
      const inner = isStated && fieldOf(member, others);
      if (inner) return { ...inner, list: list.name };
    }
    return null;
  }
  const own = [...attributes.filter(({ derived }) => !derived), ...references, ...lists].find(has);
  if (own) return { name: own.name, label: labelOfField(own), type, list: null, code: null };
  if (property === adms('identifier'))
    return {
      name: identifiersField,
      label: labelOfField({ name: identifiersField }),
      type,
      list: null,
      code: null,
    };
  return memberCodeOf(description, property) ?? roleOf(description, property);
}

/** The class of the records of a list that are parts of the record. */
const memberOf = (list: List): Description | null => (list.kind === 'inverse' ? describe(list.to()) : null);

/** The properties by which a list states its records. */
const statesMembersBy = (list: List, member: Description) =>
  list.term ? memberTerms({ ...list, term: list.term }, member) : [];

/** The code by which a record of a list is stated with a property of its own, as samples of a dataset are. */
function memberCodeOf({ lists }: Description, property: string): Field | null {
  for (const list of lists) {
    if (list.kind !== 'inverse' || list.termBy === undefined) continue;
    const member = describe(list.to());
    const attribute = attributeOf(member, list.termBy);
    const { code = null } =
      statesMembersBy(list, member).find(({ predicate }) => predicate === property) ?? {};
    if (attribute && code !== null)
      return {
        name: attribute.name,
        label: labelOfField(attribute),
        type: member.type,
        list: list.name,
        code,
      };
  }
  return null;
}

/** The role of a link that states a property about the record. */
function roleOf({ lists }: Description, property: string): Field | null {
  for (const list of lists) {
    if (list.kind !== 'links') continue;
    const link = describe(list.link());
    const role = attributeOf(link, 'role');
    const [code] =
      Object.entries(role?.scheme?.concepts ?? {}).find(
        ([, { term }]) => term?.predicate === property && term.of === list.as,
      ) ?? [];
    if (role && code !== undefined)
      return { name: 'role', label: labelOfField(role), type: link.type, list: list.name, code };
    const far = endOf(link, otherSide(list.as));
    if (far.term?.predicate === property)
      return { name: far.name, label: labelOfField(far), type: link.type, list: list.name, code: null };
  }
  return null;
}
