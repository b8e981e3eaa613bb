/** The shapes of SHACL files as compact data. What cannot be represented is an error, never left out silently. */
import { Parser, Store } from 'n3';
import { nameOf, valueOf } from './names.mjs';

const sh = (local) => `http://www.w3.org/ns/shacl#${local}`;
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** Words for people, and what SHACL does not know (`sh:shape`, `sh:extends`), which validators ignore. */
const ignored = new Set([
  'name',
  'description',
  'message',
  'order',
  'group',
  'defaultValue',
  'shape',
  'extends',
]);

/** @param texts Turtle; they make one shapes graph @returns the shapes by name */
export function shapesIn(texts, { missingPrefixes, known }) {
  const heads = Object.entries(missingPrefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  const store = new Store();
  for (const text of texts)
    store.addQuads(new Parser({ baseIRI: 'urn:shapes#' }).parse(heads.join('') + text));

  const objects = (subject, predicate) => store.getObjects(subject, predicate, null);
  const iris = (subject, local) => objects(subject, sh(local)).map(({ value }) => nameOf(value));
  const list = (head) => store.extractLists()[head.value] ?? [];
  const localName = ({ value }) => value.replace(/^.*[#/]/, '');
  const isShape = (term) => store.countQuads(term, null, null, null) > 0;

  function pathOf(term) {
    if (term.termType === 'NamedNode') return nameOf(term.value);
    const [inverse] = objects(term, sh('inversePath'));
    if (inverse) return `^${pathOf(inverse)}`;
    const [alternatives] = objects(term, sh('alternativePath'));
    if (alternatives) return list(alternatives).map(pathOf).join('|');
    throw new Error(`The path ${term.value} is none that a profile can state.`);
  }

  const readers = {
    path: (subject, [path]) => ({ path: pathOf(path) }),
    severity: (subject, [severity]) => {
      if (severity.value === sh('Violation')) return {};
      if (severity.value === sh('Warning')) return { severity: 'warning' };
      throw new Error(`The severity ${severity.value} is neither violation nor warning.`);
    },
    minCount: (subject, [count]) => (Number(count.value) > 0 ? { minCount: Number(count.value) } : {}),
    maxCount: (subject, [count]) => ({ maxCount: Number(count.value) }),
    nodeKind: (subject, [kind]) => ({ nodeKind: localName(kind) }),
    datatype: (subject, terms) => ({ datatype: terms.map(({ value }) => nameOf(value)) }),
    class: (subject, terms) => ({ class: terms.map(({ value }) => nameOf(value)) }),
    hasValue: (subject, terms) => ({ hasValue: terms.map(valueOf) }),
    in: (subject, [head]) => ({ in: list(head).map(valueOf) }),
    pattern: (subject, [pattern]) => ({ pattern: pattern.value }),
    flags: (subject, [flags]) => ({ flags: flags.value }),
    uniqueLang: (subject, [value]) => (value.value === 'true' ? { uniqueLang: true } : {}),
    node: (subject, terms) => {
      const named = terms.filter((term) => term.termType === 'NamedNode' && isShape(term));
      const inline = terms.filter(({ termType }) => termType === 'BlankNode').map((term) => [shapeOf(term)]);
      return {
        ...(named.length > 0 && { node: named.map(localName) }),
        // A choice that has no name says the same where it stands.
        ...(inline.length > 0 &&
          (inline.every(isChoice) ? { or: inline.flatMap(([{ or }]) => or) } : { and: inline })),
      };
    },
    or: (subject, heads) => ({ or: heads.map((head) => list(head).map(shapeOf)) }),
    and: (subject, heads) => ({ and: heads.map((head) => list(head).map(shapeOf)) }),
    not: (subject, terms) => ({ not: terms.map(shapeOf) }),
    qualifiedValueShape: (subject, [term]) => {
      const count = (local) => objects(subject, sh(local)).map(({ value }) => Number(value))[0];
      const [min, max] = [count('qualifiedMinCount'), count('qualifiedMaxCount')];
      return {
        qualified: [
          { shape: shapeOf(term), ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
        ],
      };
    },
    qualifiedMinCount: () => ({}),
    qualifiedMaxCount: () => ({}),
    property: (subject, terms) => ({ properties: unique(terms.map(shapeOf).filter(constrains)) }),
    targetClass: (subject) => ({ targetClass: iris(subject, 'targetClass') }),
    targetSubjectsOf: (subject) => ({ targetSubjectsOf: iris(subject, 'targetSubjectsOf') }),
  };

  function shapeOf(subject) {
    // A name stands for a shape that is stated elsewhere; such a list has only `sh:node`.
    if (subject.termType === 'NamedNode' && depth > 0 && !isProperty(subject))
      return { node: [localName(subject)] };
    depth += 1;
    const shape = {};
    for (const predicate of new Set(store.getPredicates(subject, null, null).map(({ value }) => value))) {
      const local = predicate.startsWith(sh('')) ? predicate.slice(sh('').length) : null;
      if (local === null || ignored.has(local)) continue;
      const read = readers[local];
      if (!read) throw new Error(`sh:${local} of ${subject.value} cannot be represented.`);
      const { and, ...stated } = read(subject, objects(subject, predicate));
      Object.assign(shape, stated, and && { and: [...(shape.and ?? []), ...and] });
    }
    depth -= 1;
    return withDatatypes(shape);
  }
  let depth = 0;
  const isProperty = (term) => objects(term, sh('path')).length > 0;

  /** A choice of datatypes is one constraint: to state it as a shape of its own would only make it hard to read. */
  function withDatatypes({ or, node, ...shape }) {
    const choices = (or ?? []).map((alternatives) => datatypesOf(alternatives));
    const named = (node ?? []).map((name) => [name, datatypeShapes.get(name)]);
    const found = [...choices, ...named.map(([, datatypes]) => datatypes)].filter(Boolean);
    if (found.length !== 1 || shape.datatype) return { ...shape, ...(node && { node }), ...(or && { or }) };
    const [otherNodes, otherChoices] = [
      named.filter(([, datatypes]) => !datatypes).map(([name]) => name),
      (or ?? []).filter((alternatives) => !datatypesOf(alternatives)),
    ];
    return {
      ...shape,
      datatype: found[0],
      ...(otherNodes.length > 0 && { node: otherNodes }),
      ...(otherChoices.length > 0 && { or: otherChoices }),
    };
  }
  const datatypeShapes = new Map();
  const named = store
    .getSubjects(rdfType, sh('NodeShape'), null)
    .filter((term) => term.termType === 'NamedNode' && !known.has(localName(term)));
  for (const term of named) {
    const { datatype, ...rest } = shapeOf(term);
    if (datatype && Object.keys(rest).length === 0) datatypeShapes.set(localName(term), datatype);
  }
  return Object.fromEntries(
    named
      .map((term) => [localName(term), inOrder(shapeOf(term))])
      .filter(([name, shape]) => !datatypeShapes.has(name) && constrains(shape))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const isChoice = ([shape]) => Object.keys(shape).join() === 'or';

const datatypesOf = (alternatives) =>
  alternatives.every((shape) => Object.keys(shape).join() === 'datatype')
    ? alternatives.flatMap(({ datatype }) => datatype)
    : undefined;

const words = new Set(['path', 'severity', 'targetClass', 'targetSubjectsOf', 'levels']);
const constrains = (shape) =>
  Object.entries(shape).some(
    ([key, value]) => !words.has(key) && !(key === 'properties' && value.length === 0),
  );

const unique = (shapes) => [
  ...new Map(shapes.map((shape) => [JSON.stringify(inOrder(shape)), inOrder(shape)])).values(),
];

const order = [
  'targetClass',
  'targetSubjectsOf',
  'path',
  'severity',
  'levels',
  'minCount',
  'maxCount',
  'nodeKind',
];
const rank = (key) => (order.indexOf(key) + order.length + 1) % (order.length + 1);

/** The same shape with its keys and properties in one order, whatever the order of the triples. */
export function inOrder(shape) {
  const entries = Object.entries(shape).map(([key, value]) => [
    key,
    key === 'properties' ? [...value].map(inOrder).sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) : value,
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}
const textOf = (shape) => `${shape.path ?? ''} ${JSON.stringify(shape)}`;
