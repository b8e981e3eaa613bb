/** Writes the document with what was mended, as Turtle that people can go on with. */
import { writeFile } from 'node:fs/promises';
import type { Quad, Term } from '@rdfjs/types';
import { Writer } from 'n3';
import { reasonOf, StartFailed } from '../../errors';
import { groupBy } from '../../maps';
import type { RepairedDocument } from '../../rdf/repair/read-repaired';
import { prefixes } from '../../vocabulary/prefixes';

type Node = Parameters<Writer['addQuad']>[0] & object;
type Objects = Parameters<Writer['blank']>[0];

/** So deep are nodes written into each other. */
const deepest = 20;

type Fixed = Pick<RepairedDocument, 'quads' | 'leftOut'>;

/** What could not be read is not lost: a person mends it and takes the signs of comment away. */
function asComments(parts: readonly string[]): string {
  if (parts.length === 0) return '\n';
  const lines = parts.flatMap((part) => [...part.trimEnd().split(/\r?\n/), '']);
  return `\n\n# What could not be read, as it stood there:\n${lines.map((line) => `# ${line}`.trimEnd()).join('\n')}\n`;
}

/** @throws StartFailed if the file cannot be written */
export async function writeFixed(file: string, { quads, leftOut }: Fixed): Promise<void> {
  try {
    await writeFile(file, (await turtleOf(quads)) + asComments(leftOut));
  } catch (error) {
    throw new StartFailed(
      `--fixed ${file} cannot be written: ${reasonOf(error)}. Name a file in a folder that is there.`,
      {
        cause: error,
      },
    );
  }
}

const keyOf = ({ termType, value }: Term) => `${termType} ${value}`;

/** Subjects stand in their order. A blank node with one use stands where it is used. */
async function turtleOf(quads: readonly Quad[]): Promise<string> {
  const text = JSON.stringify(
    quads.map(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      object.termType === 'Literal' ? object.datatype.value : object.value,
    ]),
  );
  const used = Object.entries(prefixes).filter(([, namespace]) => text.includes(namespace));
  const writer = new Writer({ format: 'TriG', prefixes: Object.fromEntries(used) });
  const bySubject = groupBy(quads, ({ subject, graph }) => `${keyOf(subject)}\n${keyOf(graph)}`);
  const uses = new Map<string, number>();
  for (const { object, graph } of quads)
    if (object.termType === 'BlankNode')
      uses.set(`${keyOf(object)}\n${keyOf(graph)}`, (uses.get(`${keyOf(object)}\n${keyOf(graph)}`) ?? 0) + 1);
  const written = new Set<string>();
  const isNested = (key: string) => key.startsWith('BlankNode') && uses.get(key) === 1;
  const write = (key: string) => {
    written.add(key);
    for (const { subject, predicate, object, graph } of bySubject.get(key) ?? [])
      writer.addQuad(subject as never, predicate as never, nested(object, graph, 0) as never, graph as never);
  };
  const nested = (object: Term, graph: Term, depth: number): Node => {
    const key = `${keyOf(object)}\n${keyOf(graph)}`;
    const of = bySubject.get(key);
    if (!of || !isNested(key) || written.has(key) || depth > deepest) return object as never;
    written.add(key);
    const objects = of.map((quad) => ({
      predicate: quad.predicate,
      object: nested(quad.object, graph, depth + 1),
    }));
    return writer.blank(objects as unknown as Objects) as never;
  };
  for (const key of bySubject.keys()) if (!isNested(key)) write(key);
  // What only refers to itself was not reached.
  for (const key of bySubject.keys()) if (!written.has(key)) write(key);
  return new Promise((resolve, reject) =>
    writer.end((error: Error | null, result: string) => (error ? reject(error) : resolve(result))),
  );
}
