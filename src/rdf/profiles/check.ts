/** Judges RDF by a profile: what is missing or wrong, where, and how it is mended. */
import type { BaseQuad, Term } from '@rdfjs/types';
import { compileProfile, type Severity, type Shape } from './compile';
import type { ConstraintKind } from './constraint';
import { Graph, termKey } from './graph';
import { levelOf } from './level';
import type { NamedRule, Profile, ProfileText } from './profile';

export type { Severity } from './compile';

/** Something that a document lacks or says wrongly. */
export interface Finding {
  /** The node that is judged; null if it is the document. */
  readonly focus: Term | null;
  /** The IRI of the property, or a path of SPARQL (`^<…>`, `<…>|<…>`); null if the node itself is judged. */
  readonly path: string | null;
  /** The property in short, such as `dct:title`; also where a finding without a path is about one. */
  readonly property: string | null;
  /** The value that is wrong; null if values are missing or too many. */
  readonly value: Term | null;
  readonly severity: Severity;
  /** The constraint that is broken, or the name of a rule. */
  readonly constraint: ConstraintKind | NamedRule['rule'];
  readonly message: ProfileText;
  /** How it is mended, in one sentence. */
  readonly remedy: ProfileText;
}

/** How a document stands to a profile. */
export interface Conformity {
  readonly profile: Profile;
  /** The access level by which it was judged; null where the profile has none. */
  readonly level: string | null;
  /** Whether there is no violation. */
  readonly conforms: boolean;
  /** Violations first. */
  readonly findings: readonly Finding[];
}

/** How to judge. */
export interface CheckOptions {
  /** The access level; otherwise that of the document's `dct:accessRights`, else the one with the fewest demands. */
  readonly level?: string | undefined;
}

/** @param document quads, or a graph of them that is used more than once */
export function check(
  document: Iterable<BaseQuad> | Graph,
  profile: Profile,
  options: CheckOptions = {},
): readonly Finding[] {
  return conformity(document, profile, options).findings;
}

/** Judges a document, and says by which access level. */
export function conformity(
  document: Iterable<BaseQuad> | Graph,
  profile: Profile,
  { level: given }: CheckOptions = {},
): Conformity {
  const graph = document instanceof Graph ? document : new Graph(document);
  const level = given ?? levelOf(graph, profile);
  const { shapes, rules } = compileProfile(profile, level);
  const found = new Map<string, Finding>();
  const add = (finding: Finding) => {
    const { focus, path, value, severity, constraint, message } = finding;
    const key = [focus && termKey(focus), path, value && termKey(value), severity, constraint, message.en];
    // Profiles that build on each other demand some things twice.
    found.set(key.join('\n'), finding);
  };
  for (const rule of rules) if (graph.instances(rule.iri).size === 0) add(ofRule(rule));
  for (const { shape, targets } of shapes)
    for (const focus of targets(graph)) judge(shape, graph, focus, add);
  const findings = [...found.values()];
  const violations = findings.filter(({ severity }) => severity === 'violation');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { profile, level, conforms: violations.length === 0, findings: [...violations, ...warnings] };
}

/** Whether a profile has rules for anything that a document describes. Of a document for which it has none, it tells nothing. */
export function isAbout(document: Iterable<BaseQuad>, profile: Profile): boolean {
  const graph = new Graph(document);
  const { shapes } = compileProfile(profile, levelOf(graph, profile));
  return shapes.some(({ targets }) => [...targets(graph)].length > 0);
}

const ofRule = ({ rule, message, remedy }: NamedRule): Finding => ({
  focus: null,
  path: null,
  property: null,
  value: null,
  severity: 'violation',
  constraint: rule,
  message,
  remedy,
});

function judge(shape: Shape, graph: Graph, focus: Term, add: (finding: Finding) => void): void {
  const { path, about, severity } = shape;
  const values = path ? path.values(graph, focus) : [focus];
  for (const { kind, broken, message, remedy } of shape.constraints)
    for (const value of broken(graph, values))
      add({
        focus,
        path: path?.iri ?? null,
        property: about?.name ?? null,
        value,
        severity,
        constraint: kind,
        message,
        remedy,
      });
  for (const property of shape.properties) for (const value of values) judge(property, graph, value, add);
}
