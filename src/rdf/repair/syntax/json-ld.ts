/** Reads JSON-LD in spite of faults: an object that cannot be read costs the record that it is. */
import { findNodeAtLocation, getNodeValue, type Node, parseTree, type ParseError } from 'jsonc-parser';
import type { Label } from '../../../vocabulary/label';
import type { Place } from '../../finding';
import { UnreadableDocument } from '../../reading/document';
import { jsonFault } from '../../reading/json-fault';
import { type KnownContexts, linesOf, quadsOfJsonLd, UnknownContext } from '../../reading/json-ld';
import { finding } from '../text/finding';
import { placesIn } from '../text/edits';
import {
  brokenStatement,
  emptyReading,
  type Fault,
  mostFaults,
  type Reading,
  syntaxFinding,
} from './reading';
import type { TextSource } from './turtle';
import { namesWithoutMeaning, repeatedNames } from './json-names';

/** Parsers call themselves for each level. */
const deepest = 200;

interface Source extends TextSource {
  readonly contexts: KnownContexts;
}

/** @throws UnreadableDocument if it is no JSON at all, is nested too deeply, or needs a context that is not known */
export async function readJsonLdAnyway(text: string, source: Source): Promise<Reading> {
  checkDepth(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (!tree || (tree.type !== 'object' && tree.type !== 'array'))
    throw new UnreadableDocument({
      de: 'Das ist kein JSON-LD: es hat kein Objekt. Datei oder Adresse eines RDF-Dokuments angeben.',
      en: 'This is no JSON-LD: it has no object. Give the file or address of an RDF document.',
    });
  const reading = emptyReading('JSON-LD', linesOf(text));
  if (errors.length === 0 && !isStrict(text))
    reading.findings.push(
      finding('json-not-strict', {
        place: { document: source.document, line: null, column: null },
        before: '',
        after: '',
      }),
    );
  const value: unknown = getNodeValue(tree);
  reading.findings.push(
    ...repeatedNames(text, source.document),
    ...(await namesWithoutMeaning(value, { text, ...source })),
  );
  if (errors.length === 0) {
    try {
      reading.quads.push(...(await quadsOfJsonLd(value, source)));
      return reading;
    } catch (error) {
      // The context of a document is that of all its parts.
      if (!isOfPart(error) || !listOf(tree)) throw error;
    }
  }
  await readParts(tree, { text, errors, source, reading });
  return reading;
}

/** Whether an error concerns a part of the document only. */
const isOfPart = (error: unknown): error is UnreadableDocument =>
  error instanceof UnreadableDocument && !(error instanceof UnknownContext);

function isStrict(text: string): boolean {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  return errors.length === 0;
}

interface Parts {
  readonly text: string;
  readonly errors: readonly ParseError[];
  readonly source: Source;
  readonly reading: Reading;
}

/** Reads the objects of the list of records one by one, each with the context of the document. */
async function readParts(tree: Node, { text, errors, source, reading }: Parts): Promise<void> {
  const place = placesIn(text, source.document);
  const list = listOf(tree);
  const context = contextOf(tree);
  if (!list) throw unreadable(text, errors[0]);
  const within = ({ offset }: ParseError, { offset: start, length }: Node) =>
    offset >= start && offset <= start + length;
  for (const [index, item] of (list.children ?? []).entries()) {
    // A bracket that is missing shows only at the next item, or at the end.
    const following = list.children?.[index + 1];
    const fault = errors.find(
      (one) => within(one, item) || (!following && one.offset >= item.offset + item.length),
    );
    const value: unknown = getNodeValue(item);
    try {
      if (fault) throw unreadable(text, fault);
      reading.quads.push(
        ...(await quadsOfJsonLd(
          context === undefined ? value : { '@context': context, '@graph': [value] },
          source,
        )),
      );
    } catch (error) {
      if (!isOfPart(error)) throw error;
      const subject = idOf(value);
      if (subject !== null) reading.broken.add(subject);
      const at: Place =
        error.position.line === undefined
          ? place(item.offset)
          : { document: source.document, line: error.position.line, column: error.position.column ?? null };
      reading.findings.push(brokenStatement(faultOf(error), { place: at, subject, format: 'JSON-LD' }));
      reading.leftOut.push(text.slice(item.offset, item.offset + item.length));
      if (reading.findings.length < mostFaults) continue;
      reading.findings.push(syntaxFinding('too-many-faults', { place: at, words: { count: mostFaults } }));
      return;
    }
  }
}

/** The list of records: the document itself, its `@graph`, or what a container lists. */
function listOf(tree: Node): Node | null {
  if (tree.type === 'array') return tree;
  const graph = findNodeAtLocation(tree, ['@graph']);
  return graph?.type === 'array' ? graph : null;
}

function contextOf(tree: Node): unknown {
  const found = tree.type === 'object' ? findNodeAtLocation(tree, ['@context']) : undefined;
  return found && (getNodeValue(found) as unknown);
}

function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const { '@id': id, id: short } = value as Record<string, unknown>;
  return typeof id === 'string' ? id : typeof short === 'string' ? short : null;
}

function unreadable(text: string, error: ParseError | undefined): UnreadableDocument {
  if (!error)
    return new UnreadableDocument({
      de: 'Das ist kein JSON-LD: es hat keine Liste von Einträgen.',
      en: 'This is no JSON-LD: it has no list of records.',
    });
  const { line, column } = placesIn(text, '')(error.offset);
  const { de, en } = jsonFault(error.error, text[error.offset]);
  return new UnreadableDocument(
    {
      de: `Das ist kein wohlgeformtes JSON: ${de}. An dieser Stelle beheben.`,
      en: `This is no well-formed JSON: ${en}. Mend it at this place.`,
    },
    {
      ...(line !== null && { line }),
      ...(column !== null && { column }),
    },
  );
}

function faultOf({ said: { de, en } }: UnreadableDocument): Fault {
  const what = (text: string) =>
    text
      .replace(/^(?:This is no|Das ist kein) (?:well-formed JSON|wohlgeformtes JSON|JSON-LD): /, '')
      .replace(/\. (?:Mend it at this place|An dieser Stelle beheben)\.$|\.$/, '');
  return { what: { de: what(de), en: what(en) }, how: en.includes(' JSON: ') ? ofSigns : ofValues };
}

const ofSigns: Label = {
  de: 'An dieser Stelle beheben: oft fehlt davor ein Komma, ein Anführungszeichen oder eine Klammer.',
  en: 'Mend it at this place: often a comma, quotation mark or bracket before it is missing.',
};
const ofValues: Label = {
  de: 'In diesem Eintrag so schreiben, wie JSON-LD es verlangt: https://www.w3.org/TR/json-ld11/.',
  en: 'Write it in this record as JSON-LD demands: https://www.w3.org/TR/json-ld11/.',
};

/** @throws UnreadableDocument */
function checkDepth(text: string): void {
  let depth = 0;
  for (const { 0: sign } of text.matchAll(/"(?:[^"\\\n]|\\.){0,1000}"|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest)
      throw new UnreadableDocument({
        de: `Dieses JSON ist tiefer als ${deepest} Ebenen verschachtelt. Die Einträge einzeln in einer Liste angeben.`,
        en: `This JSON is nested deeper than ${deepest} levels. Give its records one by one in a list.`,
      });
  }
}
