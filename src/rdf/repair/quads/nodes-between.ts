/** Nodes that stand between a record and its values: lists of RDF, and the nodes in which vCard keeps a value. */
import type { Quad, Quad_Object, Term } from '@rdfjs/types';
import { getOrMake } from '../../../maps';
import {
  adms,
  dcat,
  dct,
  foaf,
  healthdcatap,
  prov,
  rdf,
  schema,
  vcard,
} from '../../../vocabulary/namespaces';
import { changed } from './step';

/** Statements whose values stand where they belong, and which of the given ones led to a node between. */
export interface Direct {
  readonly quads: readonly Quad[];
  readonly mended: readonly {
    readonly quad: Quad;
    readonly direct: readonly Quad[];
    readonly isList: boolean;
  }[];
}

const first = rdf('first');
const rest = rdf('rest');
const hasValue = vcard('hasValue');

/** The order of values means nothing to these, so a list of them is a detour. */
const withoutOrder = [
  dcat(''),
  dct(''),
  foaf(''),
  adms(''),
  prov(''),
  vcard(''),
  healthdcatap(''),
  schema(''),
];

const keyOf = ({ termType, value }: Term) => `${termType} ${value}`;
const takesNoList = ({ value }: Term) =>
  withoutOrder.some((namespace) => value.startsWith(namespace)) || value.startsWith('http://schema.org/');

/** The same list if there are none. */
export function withoutNodesBetween(quads: readonly Quad[]): Direct {
  if (!quads.some(({ predicate: { value } }) => value === first || value === hasValue))
    return { quads, mended: [] };
  const bySubject = new Map<string, Quad[]>();
  for (const quad of quads) getOrMake(bySubject, keyOf(quad.subject), () => []).push(quad);
  const statementsOf = (node: Term) => bySubject.get(keyOf(node)) ?? [];
  const mended: Direct['mended'][number][] = [];
  const passed = new Set<Quad>();
  const direct = quads.flatMap((quad) => {
    const found = valuesBehind(quad, statementsOf);
    if (!found) return [quad];
    const values = found.values.map((object) => changed(quad, { object }));
    mended.push({ quad, direct: values, isList: found.isList });
    for (const each of found.passed) passed.add(each);
    return values;
  });
  return mended.length === 0
    ? { quads, mended }
    : { quads: direct.filter((quad) => !passed.has(quad)), mended };
}

interface Behind {
  readonly values: readonly Quad_Object[];
  readonly isList: boolean;
  /** What describes nothing but the nodes between. */
  readonly passed: readonly Quad[];
}

function valuesBehind(
  { predicate, object }: Quad,
  statementsOf: (node: Term) => readonly Quad[],
): Behind | null {
  if (object.termType === 'Literal' || !takesNoList(predicate)) return null;
  const statements = statementsOf(object);
  if (predicate.value.startsWith(vcard(''))) {
    const values = statements.filter((quad) => quad.predicate.value === hasValue);
    if (values.length > 0)
      return {
        values: values.map((quad) => quad.object),
        isList: false,
        passed: statements.filter(({ predicate: { value } }) => value === hasValue || value === rdf('type')),
      };
  }
  return statements.some((quad) => quad.predicate.value === first) ? listFrom(object, statementsOf) : null;
}

function listFrom(head: Term, statementsOf: (node: Term) => readonly Quad[]): Behind {
  const values: Quad_Object[] = [];
  const passed = new Set<Quad>();
  let node: Term | undefined = head;
  while (node) {
    const statements: readonly Quad[] = statementsOf(node);
    // A list that leads back to itself ends there.
    if (statements.some((quad) => passed.has(quad))) break;
    for (const quad of statements) {
      passed.add(quad);
      if (quad.predicate.value === first) values.push(quad.object);
    }
    node = statements.find(({ predicate }) => predicate.value === rest)?.object;
  }
  return { values, isList: true, passed: [...passed] };
}
