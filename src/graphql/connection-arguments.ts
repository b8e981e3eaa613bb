/** The arguments of connections and their types. */
import { attributeOf, isTimed, type Description } from '../resource/description';
import type { Registry } from '../resource/registry';
import type { Filter } from '../query/filter/filter';
import type { ListArguments } from '../query/listing';
import { orderFieldsOf, type OrderBy } from '../query/order';
import type { PageArguments } from '../query/page';
import { Holding, listedByDefault } from '../vocabulary/holding';
import { argumentsOf, inputType, type Carrier, type InputField } from './define';
import { enumCode, enumFrom, enumOf } from './enums';
import { filterOf } from './filter-types';
import { PageArgumentsType } from './page-types';
import { DateScalar } from './scalars';
import { searchArgument } from './search-types';

/** All arguments that a connection may take. */
export type ConnectionArguments = PageArguments &
  ListArguments & { orderBy?: OrderBy[] | null; filter?: Filter | null; search?: string | null };

/** In which direction to order. */
export const directions = enumFrom(
  'OrderDirection',
  'In which direction to order; records without a value come last in both.',
  {
    ASC: 'Ascending: A to Z, earliest to latest, smallest to largest.',
    DESC: 'Descending: Z to A, latest to earliest, largest to smallest.',
  },
);

const orderTypes = new Map<string, Carrier>();

/** The order input of a class. */
function orderOf(description: Description): Carrier {
  const { type } = description;
  const cached = orderTypes.get(type);
  if (cached) return cached;
  const fields = orderFieldsOf(description);
  const field = enumFrom(
    `${type}OrderField`,
    `The fields by which a list of ${type} can be ordered.`,
    Object.fromEntries(fields.map(({ name, about }) => [enumCode(name), about])),
    Object.fromEntries(fields.map(({ name }) => [enumCode(name), name])),
  );
  const order = inputType(
    `${type}Order`,
    `An order of a list of ${type}; records with equal values follow by their key.`,
    [
      { name: 'field', type: field, about: 'The field to order by.', required: true },
      { name: 'direction', type: directions, about: 'In which direction.', defaultValue: 'ASC' },
    ],
  );
  orderTypes.set(type, order);
  return order;
}

/** The day of a list, and how its records hold on it. One sentence wherever `asOf` stands. */
export const dayInputs: readonly InputField[] = [
  {
    name: 'asOf',
    type: DateScalar,
    about:
      'Only what holds on this day, such as 2024-06-01, as far as sources tell; of links, only those whose ends hold too. `holding` says what counts, and the edges tell it of each. Without this, everything is listed, whenever it held.',
  },
  {
    name: 'holding',
    type: [enumOf(Holding)],
    about:
      'With `asOf`: what counts as holding on that day. Ask for STATED and ATTESTED to have only what is proved, or for all but REFUTED to have whatever is not excluded.',
    defaultValue: [...listedByDefault],
  },
];

/**
 * The arguments of a list.
 * @param field its name, such as `InstitutionParticipations`
 * @param list class of the records (null for any), the link type through which the list leads (if any), and whether it can be
 * filtered by
 * the role of its links
 */
export function connectionArguments(
  field: string,
  {
    of,
    via,
    roles,
    registry,
  }: { of: Description | null; via: Description | null; roles: boolean; registry: Registry },
): Carrier {
  const timed = via !== null || (of !== null && isTimed(of));
  const links = via ?? of;
  const scheme = roles && links ? attributeOf(links, 'role')?.scheme : undefined;
  const inputs: InputField[] = [
    ...(timed ? dayInputs : []),
    ...(scheme
      ? [{ name: 'roles', type: [enumOf(scheme)] as [object], about: 'Only links in one of these roles.' }]
      : []),
    ...(of
      ? [
          {
            name: 'filter',
            type: filterOf(of, registry),
            about: 'Conditions that the records must meet.',
          },
        ]
      : []),
    ...searchArgument(of),
    ...(of
      ? [
          {
            name: 'orderBy',
            type: [orderOf(of)],
            about:
              'Fields to order by, the most important first. Where none is given, the order is that of the keys, or of how well records fit `search`.',
          } as InputField,
        ]
      : []),
  ];
  return argumentsOf(field, inputs, PageArgumentsType);
}

/** In which direction a link leads. */
export const linkDirection = enumFrom(
  'LinkDirection',
  'In which direction a link leads, seen from a resource.',
  {
    OUTGOING: 'Links that lead from the resource.',
    INCOMING: 'Links that lead to the resource.',
  },
);

/** The arguments of `Resource.links`. */
export const linksArguments = (linkKind: object): Carrier =>
  argumentsOf(
    'ResourceLinks',
    [
      ...dayInputs,
      { name: 'kinds', type: [linkKind], about: 'Only links of these kinds.' },
      {
        name: 'direction',
        type: linkDirection,
        about: 'Only links in this direction.',
      },
    ],
    PageArgumentsType,
  );
