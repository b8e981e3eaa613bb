/** A profile's rules, compiled once for each access level: who is judged, by which constraints, and in which words. */
import type { Term } from '@rdfjs/types';
import { type Broken, type ConstraintKind, compileConstraint, constraintKinds } from './constraint';
import type { Graph } from './graph';
import { iriOf } from './names';
import { type Path, pathOf } from './path';
import type { NamedRule, Profile, ProfileText, ShapeData } from './profile';
import { wordsOf } from './words';

/** How much it matters. */
export type Severity = 'violation' | 'warning';

interface Constraint {
  readonly kind: ConstraintKind;
  readonly broken: Broken;
  readonly message: ProfileText;
  readonly remedy: ProfileText;
}

/** A compiled shape. */
export interface Shape {
  /** Null for a shape of the node itself. */
  readonly path: Path | null;
  /** The property that a finding without a path is about. */
  readonly about: Path | null;
  readonly severity: Severity;
  readonly constraints: readonly Constraint[];
  readonly properties: readonly Shape[];
}

/** A shape with those whom it judges. */
export interface TargetedShape {
  readonly shape: Shape;
  readonly targets: (graph: Graph) => Iterable<Term>;
}

/** A profile at one access level. */
export interface CompiledProfile {
  readonly shapes: readonly TargetedShape[];
  readonly rules: readonly (NamedRule & { readonly iri: string })[];
}

const compiled = new WeakMap<Profile, Map<string | null, CompiledProfile>>();

/** @param level the name of an access level; null where the profile has none */
export function compileProfile(profile: Profile, level: string | null): CompiledProfile {
  const levels = compiled.get(profile) ?? new Map<string | null, CompiledProfile>();
  compiled.set(profile, levels);
  const known = levels.get(level);
  if (known) return known;
  const own = Object.keys(profile.sets).flatMap((set) => compileSet(profile, set, level));
  // Of what it includes, a profile takes what must be; what is recommended there may be wrong here.
  const included = profile.includes.flatMap(({ profile: other, sets }) =>
    sets.flatMap((set) => compileSet(other, set, null)).map(withoutWarnings),
  );
  const rules = profile.rules.map((rule) => ({ ...rule, iri: iriOf(rule.class, profile.prefixes) }));
  const made = { shapes: [...own, ...included], rules };
  levels.set(level, made);
  return made;
}

const withoutWarnings = ({ shape, targets }: TargetedShape): TargetedShape => ({
  targets,
  shape: {
    ...shape,
    constraints: shape.severity === 'violation' ? shape.constraints : [],
    properties: shape.properties.filter(({ severity }) => severity === 'violation'),
  },
});

function compileSet({ sets, prefixes }: Profile, set: string, level: string | null): TargetedShape[] {
  const data = sets[set] ?? {};
  const made = new Map<string, Shape>();
  const holds = ({ levels }: ShapeData) => !levels || (level !== null && levels.includes(level));

  const named = (name: string) => (graph: Graph, node: Term) => {
    const shape = made.get(name);
    return shape === undefined || conforms(shape, graph, node);
  };
  const inline = (shape: ShapeData) => {
    const inner = compileShape(shape);
    return (graph: Graph, node: Term) => conforms(inner, graph, node);
  };

  function compileShape(shape: ShapeData): Shape {
    const path = shape.path === undefined ? null : pathOf(shape.path, prefixes);
    const constraints = constraintKinds.flatMap((kind) => {
      const all = compileConstraint(kind, shape, { prefixes, named, inline });
      if (all.length === 0) return [];
      const words = wordsOf(kind, shape, { shapes: data, prefixes });
      return all.map((broken) => ({
        kind,
        broken,
        message: shape.message ?? words.message,
        remedy: shape.remedy ?? words.remedy,
      }));
    });
    return {
      path,
      about: shape.about === undefined ? path : pathOf(shape.about, prefixes),
      severity: shape.severity ?? 'violation',
      constraints,
      properties: (shape.properties ?? []).filter(holds).map(compileShape),
    };
  }

  for (const [name, shape] of Object.entries(data)) made.set(name, compileShape(shape));
  return Object.entries(data).flatMap(([name, { targetClass = [], targetSubjectsOf = [] }]) => {
    const shape = made.get(name);
    const classes = targetClass.map((type) => iriOf(type, prefixes));
    const properties = targetSubjectsOf.map((property) => iriOf(property, prefixes));
    if (!shape || classes.length + properties.length === 0) return [];
    return [{ shape, targets: (graph: Graph) => targetsOf(graph, classes, properties) }];
  });
}

function targetsOf(graph: Graph, classes: readonly string[], properties: readonly string[]): Iterable<Term> {
  const found = [
    ...classes.map((type) => graph.instances(type)),
    ...properties.map((property) => graph.subjectsOf(property)),
  ];
  const [only] = found;
  return (found.length === 1 && only ? only : new Map(found.flatMap((terms) => [...terms]))).values();
}

/** Whether nothing of a shape is broken by a node, whatever its severity. */
function conforms(shape: Shape, graph: Graph, node: Term): boolean {
  const values = shape.path ? shape.path.values(graph, node) : [node];
  return (
    shape.constraints.every(({ broken }) => broken(graph, values).length === 0) &&
    shape.properties.every((property) => values.every((value) => conforms(property, graph, value)))
  );
}
