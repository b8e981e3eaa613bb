/** Mends statements in which something is known to be wrong, and says what was mended and what a person has to look at. */
import type { Quad, Term } from '@rdfjs/types';
import { dct } from '../../vocabulary/namespaces';
import { type Finding, findingsOf } from '../finding';
import type { Lines } from '../reading/document';
import { shownName, shownTerm } from '../shown-term';
import { missingClasses } from './quads/classes';
import { withoutNodesBetween } from './quads/nodes-between';
import { quadDoubts } from './quads/doubt-texts';
import { quadRepairs } from './quads/repair-texts';
import { shapeDoubts } from './quads/shape-doubts';
import { Statements } from './quads/statements';
import type { Outcome } from './quads/step';
import { steps, stepsFor } from './quads/steps';

/** Statements with what was mended in them. */
export interface RepairedQuads {
  readonly quads: readonly Quad[];
  readonly findings: readonly Finding[];
}

/** Where statements stand. */
export interface QuadsSource {
  /** The address of the document. */
  readonly document: string;
  /** The lines of statements, if they are known; those of mended statements are added. */
  readonly lines: Lines;
}

/** What one repair makes, another may mend further; no chain is as long as this. */
const mostRounds = 8;

const lookedUp = new Set([dct('publisher')]);
const finding = findingsOf('repair', { ...quadRepairs, ...quadDoubts });

/** The same statements give the same result, and a second repair changes nothing. */
export function repairQuads(given: readonly Quad[], source: QuadsSource): RepairedQuads {
  const said = new Map<string, Finding>();
  let quads = withDirectValues(given, source, said);
  let doubts: readonly Doubtful[] | null = null;
  for (let round = 0; round < mostRounds; round += 1) {
    const statements = new Statements(quads, lookedUp);
    const mended = repaired(quads, statements, source, said);
    doubts = mended.doubts;
    // Some repairs ask for classes, so they have another turn once these are added.
    const next = doubts ? withClasses(quads, statements, source, said) : mended.quads;
    if (next === quads) break;
    quads = next;
    doubts = null;
  }
  return { quads, findings: [...said.values(), ...doubtsOf(quads, doubts ?? [], source)] };
}

/** With values in place of the nodes that lead to them. What such nodes hold may be personal, and is not repeated. */
function withDirectValues(
  given: readonly Quad[],
  { document, lines }: QuadsSource,
  said: Map<string, Finding>,
): readonly Quad[] {
  const { quads, mended } = withoutNodesBetween(given);
  for (const { quad, direct, isList } of mended) {
    const { subject, predicate, object } = quad;
    const line = lines.of(subject, predicate.value, object);
    if (line !== null) for (const each of direct) lines.add(each, line);
    said.set(`between ${shownTerm(subject)} ${predicate.value} ${shownTerm(object)}`, {
      ...finding(isList ? 'list-instead-of-values' : 'value-in-a-node', {
        place: { document, line, column: null },
        subject: named(subject),
        before: isList ? '( … )' : '[ vcard:hasValue … ]',
        after: '…',
        words: { property: shownName(predicate.value) },
      }),
      property: predicate.value,
    });
  }
  return quads;
}

/** With the classes that follow from where nodes stand; the same list if none is missing. */
function withClasses(
  quads: readonly Quad[],
  statements: Statements,
  source: QuadsSource,
  said: Map<string, Finding>,
): readonly Quad[] {
  const classes = missingClasses(quads, statements);
  if (classes.length === 0) return quads;
  for (const { quad, property } of classes) {
    const line = source.lines.of(quad.subject);
    if (line !== null) source.lines.add(quad, line);
    said.set(`class ${shownTerm(quad.subject)} ${quad.object.value}`, {
      ...finding(property === null ? 'missing-superclass' : 'missing-class', {
        place: { document: source.document, line, column: null },
        subject: named(quad.subject),
        before: '',
        after: shownName(quad.object.value),
        words: { property: shownName(property ?? quad.predicate.value) },
      }),
      property: quad.predicate.value,
    });
  }
  return [...quads, ...classes.map(({ quad }) => quad)];
}

/** A statement that is left as it is, and what is odd about it. */
type Doubtful = readonly [quad: Quad, outcome: Outcome];

interface Round {
  readonly quads: readonly Quad[];
  /** What is to be said of the statements as they are; null if one was mended. */
  readonly doubts: readonly Doubtful[] | null;
}

/** One round; the same list if nothing was mended. */
function repaired(
  quads: readonly Quad[],
  statements: Statements,
  source: QuadsSource,
  said: Map<string, Finding>,
): Round {
  const doubts: Doubtful[] = [];
  const wrong = new Set<Quad>();
  for (const quad of quads)
    for (const step of stepsFor(quad)) {
      const outcome = step(quad, statements);
      if (outcome?.quad === quad) doubts.push([quad, outcome]);
      else if (outcome) wrong.add(quad);
    }
  if (wrong.size === 0) return { quads, doubts };
  const mended = quads.flatMap((quad) =>
    wrong.has(quad) ? (mendedQuad(quad, statements, source, said) ?? []) : [quad],
  );
  return { quads: mended, doubts: null };
}

/** The statement after all repairs; null if it is left out. */
function mendedQuad(
  quad: Quad,
  statements: Statements,
  source: QuadsSource,
  said: Map<string, Finding>,
): Quad | null {
  let current: Quad | null = quad;
  for (const step of steps) {
    const outcome: Outcome | null = current && step(current, statements);
    if (!current || !outcome || outcome.quad === current) continue;
    const { key, value } = ofRepair(outcome, current, source);
    if (!said.has(key)) said.set(key, value);
    const line = source.lines.of(current.subject, current.predicate.value, current.object);
    if (outcome.quad && line !== null) source.lines.add(outcome.quad, line);
    current = outcome.quad;
  }
  return current;
}

function ofRepair(
  { id, quad: after, about, ...shown }: Outcome,
  quad: Quad,
  { document, lines }: QuadsSource,
): { key: string; value: Finding } {
  const { subject, predicate, object } = quad;
  const before = shown.before ?? shownTerm(object);
  const value = finding(id, {
    place: { document, line: lines.of(subject, predicate.value, object), column: null },
    subject: named(subject),
    property: about === 'subject' ? null : predicate.value,
    value: shown.value ?? before,
    before,
    after: shown.after ?? (after ? shownTerm(after.object) : ''),
    words: { property: shownName(predicate.value), ...shown.words },
  });
  const key =
    about === 'subject' ? [id, before] : [id, shownTerm(subject), predicate.value, shownTerm(object)];
  return { key: key.join('\n'), value };
}

function doubtsOf(
  quads: readonly Quad[],
  doubts: readonly Doubtful[],
  { document, lines }: QuadsSource,
): Finding[] {
  const ofStatements = doubts.map(([{ subject, predicate, object }, outcome]) =>
    finding(outcome.id, {
      place: { document, line: lines.of(subject, predicate.value, object), column: null },
      subject: named(subject),
      property: predicate.value,
      value: outcome.value ?? shownTerm(object),
      words: { property: shownName(predicate.value), ...outcome.words },
    }),
  );
  const ofShape = shapeDoubts(quads).map(({ id, subject, property, value, words }) =>
    finding(id, {
      place: { document, line: lines.of(subject, property, value), column: null },
      subject: named(subject),
      property,
      value: value && shownTerm(value),
      words: { ...(property !== null && { property: shownName(property) }), ...words },
    }),
  );
  return [...ofStatements, ...ofShape];
}

const named = ({ termType, value }: Term) => (termType === 'BlankNode' ? `_:${value}` : value);
