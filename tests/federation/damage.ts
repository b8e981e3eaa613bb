/** Makes a right answer of a subgraph wrong, at places which a test picks. */
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { SubgraphAnswer, SubgraphCall } from '../../src/federation/gateway/engine';
import { SubgraphReported } from '../../src/federation/gateway/faults';

/** How an answer may be wrong. */
export const kinds = [
  'leaves out',
  'null',
  'wrong value',
  'wrong type',
  'more than asked',
  'reports',
  'fails',
] as const;

export interface Damage {
  /** Which question of the gateway. */
  question: number;
  /** Which of the places of the answer, counted around. */
  place: number;
  kind: (typeof kinds)[number];
}

interface Place {
  container: Record<string | number, unknown>;
  key: string | number;
  type: GraphQLOutputType | null;
  path: (string | number)[];
}

type Data = Record<string, unknown>;

/** Whether the answer is wrong then. */
export function damage(
  answer: SubgraphAnswer,
  { variables }: SubgraphCall,
  damages: readonly Damage[],
  schema: GraphQLSchema,
): boolean {
  const { data } = answer;
  if (!data) return false;
  const places = placesIn(data, variables, schema);
  let isWrong = false;
  for (const { kind, place } of damages) {
    const fitting = places.filter((each) => fits(kind, each) && isStillThere(each, data));
    const chosen = fitting[place % fitting.length];
    if (chosen) isWrong = harm(kind, chosen, answer) || isWrong;
  }
  return isWrong;
}

/** Places within what was damaged before are gone. */
function isStillThere({ container, path }: Place, data: unknown): boolean {
  let at = data;
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Data)[step];
  }
  return at === container;
}

function fits(kind: Damage['kind'], { key, type, container }: Place): boolean {
  if (kind === 'wrong type') return key === '__typename';
  if (kind === 'leaves out') return typeof key === 'string';
  if (kind === 'null') return isNonNullType(type) && key !== '__typename';
  if (kind === 'reports') return type !== null && !isNonNullType(type) && container[key] !== null;
  return kind !== 'fails' && type !== null && key !== '__typename';
}

function harm(kind: Damage['kind'], { container, key, type, path }: Place, answer: SubgraphAnswer): boolean {
  switch (kind) {
    case 'leaves out':
      Reflect.deleteProperty(container, key);
      return true;
    case 'null':
      container[key] = null;
      return true;
    case 'wrong value':
      container[key] = wrongValue(type);
      return true;
    case 'wrong type':
      container[key] = 'Secret';
      return true;
    case 'more than asked':
      Object.assign(
        typeof container[key] === 'object' && !Array.isArray(container[key])
          ? (container[key] ?? {})
          : container,
        {
          secret: 'secret-of-upstream',
        },
      );
      return false;
    default:
      container[key] = null;
      answer.errors = [
        ...(answer.errors ?? []),
        new SubgraphReported('It is counted.', { path, extensions: { code: 'COUNTING', serviceName: '' } }),
      ];
      return false;
  }
}

function wrongValue(type: GraphQLOutputType | null): unknown {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (isListType(nullable)) return { secret: 'secret-of-upstream' };
  const named = nullable && getNamedType(nullable);
  if (isEnumType(named) || (isLeafType(named) && named.name !== 'String' && named.name !== 'ID'))
    return 'secret-of-upstream';
  return isLeafType(named) ? { secret: 'secret-of-upstream' } : 'secret-of-upstream';
}

function placesIn(data: Data, variables: SubgraphCall['variables'], schema: GraphQLSchema): Place[] {
  const lists = Object.values(variables).filter(Array.isArray) as { __typename: string }[][];
  return Object.entries(data).flatMap(([name, value], nth) => {
    const ofQuery = schema.getQueryType()?.getFields()[name];
    if (ofQuery) return within({ container: data, key: name, type: ofQuery.type, path: [name] }, schema);
    if (!Array.isArray(value)) return [];
    const representations = lists[nth] ?? [];
    return value.flatMap((_, index) => {
      const type = schema.getType(representations[index]?.__typename ?? '');
      const place = { container: value as unknown as Place['container'], key: index, path: [name, index] };
      return isObjectType(type) ? within({ ...place, type }, schema) : [];
    });
  });
}

function within(place: Place, schema: GraphQLSchema): Place[] {
  const { container, key, type, path } = place;
  const value = container[key] as Data | Data[] | null;
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (typeof value !== 'object' || value === null) return [place];
  if (isListType(nullable)) {
    const ofItem = nullable.ofType as GraphQLOutputType;
    const items = (value as Data[]).flatMap((_, index) =>
      within(
        {
          container: value as unknown as Place['container'],
          key: index,
          type: ofItem,
          path: [...path, index],
        },
        schema,
      ),
    );
    return [place, ...items];
  }
  const record = value as Data;
  const stated = schema.getType((record.__typename as string | undefined) ?? '') ?? nullable;
  const fields = isObjectType(stated) || isInterfaceType(stated) ? stated.getFields() : {};
  const inner = Object.keys(record).flatMap((name) =>
    within({ container: record, key: name, type: fields[name]?.type ?? null, path: [...path, name] }, schema),
  );
  return [place, ...inner];
}
