/** The filter inputs, derived from attributes with `filter: true`, references, ends and lists. */
import { fieldOf } from '../query/filter/compiler';
import {
  describe,
  endOf,
  isTimed,
  otherSide,
  type Attribute,
  type Description,
  type End,
  type List,
  type RecordClass,
  type ThroughList,
} from '../resource/description';
import type { Registry } from '../resource/registry';
import { Holding } from '../vocabulary/holding';
import { statementAttributes } from '../resource/statement';
import { comparisonsOf, identifierFilter, idFilter, once, uniqueIdentifierFilter } from './comparison-types';
import type { Carrier, InputField } from './define';
import { enumOf } from './enums';
import { DateScalar } from './scalars';
import { withArticle } from '../words';

/** The filter of a class. */
export function filterOf(description: Description, registry: Registry): Carrier {
  const { type, kind, attributes, uniqueIdentifiers, references, ends, lists } = description;
  const about = `Conditions that ${withArticle(type)} must meet, all of them; without any, every one does.`;
  return once(`${type}Filter`, about, (input) => [
    { name: 'and', type: [input], about: 'All of these must be met.' },
    { name: 'or', type: [input], about: 'At least one of these must be met; an empty list is met by none.' },
    {
      name: 'not',
      type: input,
      about: 'This must not be met. Records without a value meet no comparison, so they are found here.',
    },
    { name: 'id', type: idFilter(), about: 'Its global id must be such.' },
    ...(isTimed(description) ? [validOn, holdingInput()] : []),
    ...(kind === 'resource'
      ? [{ name: 'identifier', type: identifierFilter(), about: 'It must have such an identifier.' }]
      : []),
    ...(kind === 'source'
      ? []
      : [
          {
            name: 'evidence',
            type: evidenceFilter(registry),
            about: 'A source must state something of it that meets all of this.',
          },
        ]),
    ...attributes.filter(({ filter }) => filter).map(attributeInput),
    ...uniqueIdentifiers.map(({ name, about }) => ({
      name,
      type: uniqueIdentifierFilter(),
      about: meets(about),
    })),
    ...references.map(({ name, about, to }) => ({
      name,
      type: filterOf(describe(to()), registry),
      about: meets(about),
    })),
    ...ends.map((end) => ({
      name: end.name,
      type: endFilter(description, end, registry),
      about: meets(end.about),
    })),
    ...lists.map((list) => listInput(list, registry)),
  ]);
}

/** The conditions on one statement of a source. */
const evidenceFilter = (registry: Registry): Carrier =>
  once('EvidenceFilter', 'Conditions on one statement of a source, all of them at once.', () => [
    {
      name: 'citedFrom',
      type: filterOf(registry.source, registry),
      about: meets('The source from which it is cited.'),
    },
    ...statementAttributes.map(attributeInput),
  ]);

const validOn: InputField = {
  name: 'validOn',
  type: DateScalar,
  about:
    'It must hold on this day, or probably do so, or have no date: what lists show with `asOf` for that day.',
};

const holdingInput = (): InputField => ({
  name: 'holding',
  type: once('HoldingFilter', 'How something must hold on a day.', () => [
    { name: 'on', type: DateScalar, about: 'The day, such as 2024-06-01.', required: true },
    {
      name: 'in',
      type: [enumOf(Holding)],
      about: 'One of these; an empty list is met by none.',
      required: true,
    },
  ]),
  about: 'It must hold on a day in one of some ways, such as STATED or ATTESTED.',
});

const meets = (about: string): string => `Conditions on what this field shows: ${about}`;

/** A condition on the records of a list. For records of any class, it is the condition on that end of the links. */
const listInput = (list: List, registry: Registry): InputField => ({
  name: list.name,
  type: listFilter(list, registry),
  about: meets(list.about),
});

function listFilter(list: List, registry: Registry): Carrier {
  const of = list.kind === 'links' ? list.link() : list.to?.();
  if (of) return quantities(of.name, filterOf(describe(of), registry));
  const link = describe((list as ThroughList).link());
  const end = endOf(link, otherSide((list as ThroughList).as));
  return quantities(endName(link, end), endFilter(link, end, registry));
}

function quantities(type: string, filter: Carrier): Carrier {
  return once(`${type}LinkFilter`, `How many of a list of ${type} must meet a filter.`, () => [
    { name: 'some', type: filter, about: 'At least one meets it.' },
    { name: 'every', type: filter, about: 'All that sources name meet it; an empty list does.' },
    {
      name: 'none',
      type: filter,
      about:
        'None that a source names meets it; an empty list does. There may be others: see `completeness` of the list.',
    },
  ]);
}

/** The filter of an end: that of its class, or one field per class if there are several. */
function endFilter(link: Description, end: End, registry: Registry): Carrier {
  const classes = registry.classesOf(end);
  const [only, ...others] = classes;
  if (only && others.length === 0) return filterOf(describe(only), registry);
  return once(
    `${endName(link, end)}Filter`,
    `What an end must be that can be of several types; naming two types at once is met by none.`,
    () =>
      classes.map((target: RecordClass) => ({
        name: fieldOf(target),
        type: filterOf(describe(target), registry),
        about: `It is ${withArticle(target.name)} that meets this.`,
      })),
  );
}

/** Such as `ProvisionAgent`. */
const endName = ({ type }: Description, { name }: End): string =>
  `${type}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function attributeInput(attribute: Attribute): InputField {
  return { name: attribute.name, type: comparisonsOf(attribute), about: meets(attribute.about) };
}
