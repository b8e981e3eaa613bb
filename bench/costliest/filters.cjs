/** Filters out of the schema: every operator of every field by itself, every step over links, and several below one another. */
const { getNamedType, isInputObjectType, isRequiredInputField } = require('graphql');
const { valuesOf } = require('./values.cjs');

/** Each with the text of a filter and the coordinates that it uses. */
const named = (name, text, covers) => ({ name, text, covers });

const stepNames = ['some', 'every', 'none'];
const combining = ['and', 'or'];
const fieldsOf = (type) => Object.values(type.getFields());
const inputOf = ({ type }) => {
  const inner = getNamedType(type);
  return isInputObjectType(inner) ? inner : null;
};
/** Comparisons of a value, and of its parts: filters of records have `and`. */
const isComparison = (type) =>
  !type.getFields().and && fieldsOf(type).every((field) => !inputOf(field) || isComparison(inputOf(field)));

/** The same a number of times with other texts, so that none is found to be the same. */
const several = (text, count) =>
  Array.from({ length: count }, (_, index) =>
    text.includes('contains') ? text.replace(/"([^"]*)"/, `"$1${index || ''}"`) : text,
  ).join(', ');

/** All comparisons of one field. What cannot be without the others, such as a day and how something holds on it, is one. */
function* comparisons(type, path) {
  if (fieldsOf(type).every(isRequiredInputField)) {
    const coordinates = fieldsOf(type).map(({ name }) => `${type.name}.${name}`);
    const parts = fieldsOf(type).map(
      ({ name, type: given }, index) =>
        `${name}: ${valuesOf(coordinates[index], type.name, name, given).at(-1)}`,
    );
    yield named(path, `{ ${parts.join(', ')} }`, coordinates);
    return;
  }
  for (const field of fieldsOf(type)) {
    const { name, type: given } = field;
    const coordinate = `${type.name}.${name}`;
    const part = inputOf(field);
    if (part) {
      for (const { name: way, text, covers } of comparisons(part, `${path}.${name}`))
        yield named(way, `{ ${name}: ${text} }`, [coordinate, ...covers]);
      continue;
    }
    const values = valuesOf(coordinate, type.name, name, given);
    for (const [index, value] of values.entries())
      yield named(`${path}.${name}${values.length > 1 ? ` ${index + 1}` : ''}`, `{ ${name}: ${value} }`, [
        coordinate,
      ]);
  }
}

/** A filter that looks at a text of each record. */
function sample(type) {
  const byName =
    type.getFields().name ?? fieldsOf(type).find((field) => inputOf(field) && isComparison(inputOf(field)));
  if (!byName) return `{ }`;
  const [first] = comparisons(inputOf(byName), byName.name);
  const text = inputOf(byName).getFields().contains ? '{ contains: "e" }' : first.text;
  return `{ ${byName.name}: ${text} }`;
}

/** Steps from a record to others: over links, to one record, or to one of several classes. */
function* steps(type) {
  for (const field of fieldsOf(type)) {
    const inner = inputOf(field);
    if (!inner || inner === type || isComparison(inner)) continue;
    for (const part of fieldsOf(inner)) {
      const target = inputOf(part);
      const leads =
        target && !isComparison(target) && (stepNames.includes(part.name) || /^\w+Filter$/.test(target.name));
      // A reference to one record is filtered by the filter of its class itself.
      if (!leads || (!stepNames.includes(part.name) && inner.getFields().and)) continue;
      yield {
        name: `${field.name}.${part.name}`,
        target,
        around: (text) => `{ ${field.name}: { ${part.name}: ${text} } }`,
        covers: [`${type.name}.${field.name}`, `${inner.name}.${part.name}`],
      };
    }
    if (inner.getFields().and)
      yield {
        name: field.name,
        target: inner,
        around: (text) => `{ ${field.name}: ${text} }`,
        covers: [`${type.name}.${field.name}`],
      };
  }
}

/** Every filter of a list. */
function* filtersOf(type) {
  for (const field of fieldsOf(type)) {
    const coordinate = `${type.name}.${field.name}`;
    const inner = inputOf(field);
    if (!inner) {
      for (const value of valuesOf(coordinate, type.name, field.name, field.type))
        yield named(field.name, `{ ${field.name}: ${value} }`, [coordinate]);
    } else if (inner === type) {
      const text = sample(type);
      const value = combining.includes(field.name) ? `[${several(text, 20)}]` : text;
      yield named(field.name, `{ ${field.name}: ${value} }`, [coordinate]);
    } else if (isComparison(inner)) {
      for (const { name, text, covers } of comparisons(inner, field.name))
        yield named(name, `{ ${field.name}: ${text} }`, [coordinate, ...covers]);
    } else {
      // Statements of sources are compared by themselves and by the source that they are cited from.
      for (const part of fieldsOf(inner).filter((each) => inputOf(each) && isComparison(inputOf(each))))
        for (const { name, text, covers } of comparisons(inputOf(part), `${field.name}.${part.name}`))
          yield named(name, `{ ${field.name}: { ${part.name}: ${text} } }`, [
            coordinate,
            `${inner.name}.${part.name}`,
            ...covers,
          ]);
    }
  }
  for (const step of steps(type)) {
    yield named(step.name, step.around(sample(step.target)), step.covers);
    yield named(`${step.name}, by anything`, step.around('{}'), step.covers);
    for (const next of [...steps(step.target)].slice(0, 3))
      yield named(`${step.name}.${next.name}`, step.around(next.around(sample(next.target))), [
        ...step.covers,
        ...next.covers,
      ]);
  }
}

module.exports = { filtersOf, sample };
