/**
 * Derives from a schema every kind of query that it takes: each root, each argument with the costliest values, each operator of filters with one
 * and with many items, each order, facet and group, and lists below lists. An argument of which no value is known is an error: nothing is forgotten.
 */
const {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} = require('graphql');
const { filtersOf, sample } = require('./filters.cjs');
const { referencesOf, valuesOf } = require('./values.cjs');

const fieldsOf = (type) => Object.values(type.getFields());
const isConnection = (type) => isObjectType(type) && 'pageInfo' in type.getFields();
const isComposite = (type) => isObjectType(type) || isInterfaceType(type);
const callOf = ({ name }, given) =>
  given.length > 0
    ? `${name}(${given.map(([argument, value]) => `${argument}: ${value}`).join(', ')})`
    : name;
const labelOf = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What is asked of a value: its single values, and of a page its records. */
function selectionOf(schema, type, levels = 2) {
  if (isLeafType(type)) return '';
  if (!isComposite(type)) return '{ __typename }';
  if (isConnection(type)) return '{ nodes { __typename } totalCount }';
  const inner = fieldsOf(type)
    .filter((field) => !field.args.some(isRequiredArgument))
    .flatMap((field) => {
      const below = getNamedType(field.type);
      if (isLeafType(below)) return [field.name];
      if (levels <= 1 || isConnection(below) || !isComposite(below)) return [];
      return [`${field.name} ${selectionOf(schema, below, levels - 1)}`];
    });
  return `{ ${inner.join(' ') || '__typename'} }`;
}

/** What a list says of itself as a whole: its counts, and whether it is complete. */
function wholeOf(connection) {
  const counts = fieldsOf(connection).filter(
    ({ args, type }) => args.length === 0 && getNamedType(type).name === 'Int',
  );
  const known = connection.getFields().completeness ? ['completeness { status }'] : [];
  return [...counts.map(({ name }) => name), ...known].join(' ');
}

class Deriver {
  constructor(schema) {
    this.schema = schema;
    this.query = schema.getQueryType();
    this.places = this.findPlaces();
  }

  /** The first value of each argument that must be given. */
  required(field) {
    return field.args
      .filter(isRequiredArgument)
      .map((argument) => [argument.name, this.values(field, argument)[0].text]);
  }

  /** Where a field stands in a query, with pages as long as they may be. */
  segment(field) {
    const paged = field.args.some(({ name }) => name === 'last') ? [['first', '100']] : [];
    return callOf(field, [...this.required(field), ...paged]);
  }

  /** How each type is reached: by lists where there is one. */
  findPlaces() {
    const places = new Map([[this.query, []]]);
    const types = [this.query];
    const reach = (from, wanted) => {
      for (const field of fieldsOf(from)) {
        const type = getNamedType(field.type);
        if (!isComposite(type) || isIntrospectionType(type) || places.has(type) || !wanted(type)) continue;
        places.set(type, [...places.get(from), this.segment(field)]);
        types.push(type);
      }
    };
    reach(this.query, isConnection);
    for (let index = 1; index < types.length; index += 1) reach(types[index], () => true);
    reach(this.query, () => true);
    for (let index = 1; index < types.length; index += 1) reach(types[index], () => true);
    return places;
  }

  /** Each value of an argument that is worth a query, with what it uses of the schema. */
  values(field, argument, everyFilter = false) {
    const coordinate = `${field.name}.${argument.name}`;
    const named = getNamedType(argument.type);
    if (!isInputObjectType(named)) return this.plainValues(coordinate, field, argument);
    if (named.name.endsWith('Filter')) {
      if (!everyFilter) return [{ text: sample(named), covers: [] }];
      return [...filtersOf(named)].map(({ name, text, covers }) => ({ label: name, text, covers }));
    }
    if (named.name === 'ResourceReference') return referencesOf(field.name, argument.name);
    if (isListType(getNullableType(argument.type))) return this.orders(named);
    return [this.whole(named), ...this.parts(named)];
  }

  plainValues(coordinate, field, argument) {
    const named = getNamedType(argument.type);
    const covered = isEnumType(named) ? named.getValues().map(({ name }) => `${named.name}.${name}`) : [];
    const isList = isListType(getNullableType(argument.type));
    const values = valuesOf(coordinate, field.name, argument.name, argument.type);
    const single = isEnumType(named) && isList ? named.getValues().map(({ name }) => `[${name}]`) : [];
    const pairs = /GroupBy$/.test(named.name) ? pairsOf(named.getValues().map(({ name }) => name)) : [];
    // At most two fields make groups.
    const all = /GroupBy$/.test(named.name) ? [...single, ...pairs] : [...values, ...single];
    return [...new Set(all)].map((text) => ({ text, covers: covered }));
  }

  /** Orders by each field, in both directions, and by two. */
  orders(type) {
    const { field, ...others } = type.getFields();
    if (!field || !others.direction || Object.keys(others).length > 1)
      throw new Error(
        `bench/costliest: ${type.name} is no order that is known. See bench/costliest/derive.cjs.`,
      );
    const names = getNamedType(field.type)
      .getValues()
      .map(({ name }) => name);
    const covers = [`${type.name}.field`, `${type.name}.direction`];
    const by = (name, direction) => `{ field: ${name}, direction: ${direction} }`;
    return [
      ...names.flatMap((name) =>
        ['ASC', 'DESC'].map((direction) => ({
          text: `[${by(name, direction)}]`,
          covers: [...covers, `${field.type.ofType.name}.${name}`],
        })),
      ),
      ...names.slice(1).map((name) => ({ text: `[${by(name, 'DESC')}, ${by(names[0], 'ASC')}]`, covers })),
    ];
  }

  /** An input with everything that it takes. */
  whole(type) {
    const given = fieldsOf(type).map((field) => [field.name, this.inputValue(type, field)]);
    return {
      text: `{ ${given.map(([name, value]) => `${name}: ${value}`).join(', ')} }`,
      covers: given.map(([name]) => `${type.name}.${name}`),
    };
  }

  parts(type) {
    return fieldsOf(type).map((field) => ({
      text: `{ ${field.name}: ${this.inputValue(type, field)} }`,
      covers: [`${type.name}.${field.name}`],
    }));
  }

  inputValue(type, field) {
    return valuesOf(`${type.name}.${field.name}`, type.name, field.name, field.type)[0];
  }

  /** The queries of one field: as it is, and with each of its optional arguments. */
  *ofField(type, field) {
    const place = this.places.get(type);
    const own = `${type.name}.${field.name}`;
    const result = getNamedType(field.type);
    const required = this.required(field);
    const isList = isConnection(result);
    const paged = isList ? [['first', '100']] : [];
    const records = isList && result.getFields().nodes;
    const listed = records
      ? `{ nodes ${selectionOf(this.schema, getNamedType(records.type), 1)} ${wholeOf(result)} }`
      : selectionOf(this.schema, result);
    const argued = required.map(([name]) => `${own}(${name}:)`);
    yield this.shape(place, callOf(field, [...required, ...paged]), listed, own, [own, ...argued]);
    for (const argument of field.args) {
      const isRoot = type === this.query;
      for (const { label, text, covers } of this.values(field, argument, isRoot)) {
        const others = [...required, ...paged].filter(
          ([name]) =>
            name !== argument.name && !(name === 'first' && ['last', 'before'].includes(argument.name)),
        );
        const last = argument.name === 'before' ? [['last', '100']] : [];
        // How something holds is asked of a day.
        const day = argument.name === 'holding' ? [['asOf', '"2024-06-01"']] : [];
        const call = callOf(field, [...others, ...last, ...day, [argument.name, text]]);
        const selection = isList
          ? '{ nodes { __typename } totalCount }'
          : selectionOf(this.schema, result, 3);
        yield this.shape(
          place,
          call,
          selection,
          `${own}(${argument.name}: ${labelOf(label ?? text)})`,
          [`${own}(${argument.name}:)`, ...covers],
          text === '$cursor' ? field : undefined,
        );
      }
    }
  }

  shape(place, call, selection, name, covers, cursorOf) {
    const inner = `${call} ${selection}`;
    const text = place.reduceRight((below, segment) => `${segment} { ${below} }`, inner);
    if (!cursorOf) return { name, query: `{ ${text} }`, covers };
    const page = callOf(cursorOf, [...this.required(cursorOf), ['first', '50']]);
    const cursor = place.reduceRight(
      (below, segment) => `${segment} { ${below} }`,
      `${page} { pageInfo { endCursor } }`,
    );
    return { name, query: `query ($cursor: String) { ${text} }`, cursor: `{ ${cursor} }`, covers };
  }

  /** Lists below lists below lists, each as long as three of them may be. */
  *nested() {
    const lists = (type) => fieldsOf(type).filter((field) => isConnection(getNamedType(field.type)));
    const recordOf = (field) => getNamedType(getNamedType(field.type).getFields().nodes.type);
    const page = (field, first) => callOf(field, [...this.required(field), ['first', first]]);
    for (const root of lists(this.query))
      for (const child of isComposite(recordOf(root)) ? lists(recordOf(root)) : [])
        for (const grandchild of isComposite(recordOf(child)) ? lists(recordOf(child)) : []) {
          const query = `{ ${page(root, 20)} { nodes { ${page(child, 20)} { nodes { ${page(grandchild, 20)} { nodes { __typename } totalCount } } } } } }`;
          yield { name: `${root.name} > ${child.name} > ${grandchild.name}`, query, covers: [] };
        }
  }

  *shapes() {
    for (const type of this.places.keys())
      for (const field of fieldsOf(type))
        if (type === this.query || field.args.length > 0) yield* this.ofField(type, field);
    yield* this.nested();
  }
}

/** Each with the next, and with the last: all pairs would be many. */
const pairsOf = (names) =>
  names
    .slice(0, -1)
    .flatMap((name, index) => [...new Set([`[${name}, ${names[index + 1]}]`, `[${name}, ${names.at(-1)}]`])]);

/** All queries of a schema, each with its name and the coordinates of the schema that it uses. */
const derive = (schema) => [...new Deriver(schema).shapes()];

module.exports = { derive };
