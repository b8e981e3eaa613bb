/** Constraints of shapes: each tells which values break it. https://www.w3.org/TR/shacl/#core-components */
import type { Term } from '@rdfjs/types';
import { type Graph, termKey } from './graph';
import { isWellFormed } from './lexical-forms';
import { iriOf, termOf } from './names';
import type { ShapeData } from './profile';

/** The constraints that a profile can state, each under its name in SHACL (`qualified`: sh:qualifiedValueShape). */
export const constraintKinds = [
  'minCount',
  'maxCount',
  'nodeKind',
  'datatype',
  'class',
  'hasValue',
  'in',
  'pattern',
  'uniqueLang',
  'node',
  'or',
  'and',
  'not',
  'qualified',
] as const;

export type ConstraintKind = (typeof constraintKinds)[number];

/** The values that break a constraint; null is for the values as a whole. */
export type Broken = (graph: Graph, values: readonly Term[]) => readonly (Term | null)[];

/** What compiling a constraint needs to know of its surroundings. */
export interface Surroundings {
  readonly prefixes: Readonly<Record<string, string>>;
  /** Whether a node conforms to a shape of the same set. */
  readonly named: (name: string) => (graph: Graph, node: Term) => boolean;
  /** Whether a node conforms to a shape that stands where it is used. */
  readonly inline: (shape: ShapeData) => (graph: Graph, node: Term) => boolean;
}

type Test = (value: Term, graph: Graph) => boolean;

/** A constraint on each value by itself. */
const each =
  (test: Test): Broken =>
  (graph, values) =>
    values.filter((value) => !test(value, graph));

/** A constraint on the values as a whole. */
const whole =
  (test: (values: readonly Term[], graph: Graph) => boolean): Broken =>
  (graph, values) =>
    test(values, graph) ? [] : [null];

const kindOf = { NamedNode: 'IRI', BlankNode: 'BlankNode', Literal: 'Literal' } as const;

type Compilers = {
  [Kind in ConstraintKind]: (
    given: NonNullable<ShapeData[Kind]>,
    shape: ShapeData,
    around: Surroundings,
  ) => readonly Broken[];
};

/** A constraint of several parts, such as two classes, is broken part by part, as in SHACL. */
const compilers: Compilers = {
  minCount: (least) => [whole((values) => values.length >= least)],
  maxCount: (most) => [whole((values) => values.length <= most)],
  nodeKind: (kind) => [
    each(({ termType }) => termType in kindOf && kind.includes(kindOf[termType as keyof typeof kindOf])),
  ],
  datatype: (names, _, { prefixes }) => {
    const datatypes = new Set(names.map((name) => iriOf(name, prefixes)));
    return [
      each(
        (value) =>
          value.termType === 'Literal' &&
          datatypes.has(value.datatype.value) &&
          isWellFormed(value.value, value.datatype.value),
      ),
    ];
  },
  class: (names, _, { prefixes }) =>
    names.map((name) => {
      const type = iriOf(name, prefixes);
      return each((value, graph) => graph.isInstance(value, type));
    }),
  hasValue: (names, _, { prefixes }) =>
    names.map((name) => {
      const key = termKey(termOf(name, prefixes));
      return whole((values) => values.some((value) => termKey(value) === key));
    }),
  in: (names, _, { prefixes }) => {
    const keys = new Set(names.map((name) => termKey(termOf(name, prefixes))));
    return [each((value) => keys.has(termKey(value)))];
  },
  pattern: (pattern, { flags }) => {
    const expression = new RegExp(pattern, flags);
    return [each((value) => value.termType !== 'BlankNode' && expression.test(value.value))];
  },
  uniqueLang: () => [
    whole((values) => {
      const languages = values.flatMap((value) =>
        value.termType === 'Literal' && value.language ? [value.language.toLowerCase()] : [],
      );
      return new Set(languages).size === languages.length;
    }),
  ],
  node: (names, _, { named }) =>
    names.map((name) => {
      const conforms = named(name);
      return each((value, graph) => conforms(graph, value));
    }),
  or: (choices, _, { inline }) =>
    choices.map((shapes) => {
      const tests = shapes.map(inline);
      return each((value, graph) => tests.some((conforms) => conforms(graph, value)));
    }),
  and: (lists, _, { inline }) =>
    lists.map((shapes) => {
      const tests = shapes.map(inline);
      return each((value, graph) => tests.every((conforms) => conforms(graph, value)));
    }),
  not: (shapes, _, { inline }) =>
    shapes.map((shape) => {
      const conforms = inline(shape);
      return each((value, graph) => !conforms(graph, value));
    }),
  qualified: (counts, _, { inline }) =>
    counts.map(({ shape, min = 0, max = Infinity }) => {
      const conforms = inline(shape);
      return whole((values, graph) => {
        const count = values.filter((value) => conforms(graph, value)).length;
        return count >= min && count <= max;
      });
    }),
};

/** The tests of one kind of constraint of a shape; none if it does not state it. */
export function compileConstraint(
  kind: ConstraintKind,
  shape: ShapeData,
  around: Surroundings,
): readonly Broken[] {
  const given = shape[kind];
  if (given === undefined) return [];
  const compile = compilers[kind] as (
    given: unknown,
    shape: ShapeData,
    around: Surroundings,
  ) => readonly Broken[];
  return compile(given, shape, around);
}
