/** A JSON text, with the line and column of each of its parts. */
import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { jsonFault } from '../../rdf/reading/json-fault';
import { LineOffsets } from '../../rdf/repair/syntax/line-offsets';
import type { Label } from '../../vocabulary/label';
import type { Place } from '../finding';

export type JsonPath = readonly (string | number)[];

/** Deeper than any resource, and far from the end of the stack. */
const deepest = 200;

const tooDeep: Label = {
  de: 'seine Teile sind zu tief verschachtelt',
  en: 'its parts are nested too deeply',
};
const tooShort: Label = { de: 'es endet zu früh', en: 'it ends too early' };

export class JsonText {
  private tree: Node | undefined;
  private offsets: LineOffsets | undefined;

  /** @param firstLine on which the text begins in its document, which counts from 1 */
  constructor(
    readonly text: string,
    private readonly document: string,
    private readonly firstLine = 1,
  ) {}

  /** The value; undefined with the reason and its place if it is no JSON. */
  parsed(): { value: unknown } | { reason: Label; place: Place } {
    if (nesting(this.text) > deepest) return { reason: tooDeep, place: this.placeAt(0) };
    try {
      return { value: JSON.parse(this.text) as unknown };
    } catch {
      const errors: ParseError[] = [];
      parseTree(this.text, errors, { disallowComments: true });
      const [first] = errors;
      const reason = first ? jsonFault(first.error) : tooShort;
      return { reason, place: this.placeAt(first?.offset ?? this.text.length) };
    }
  }

  /** The place of a part, or of the part in which it would be. */
  placeOf(path: JsonPath): Place {
    this.tree ??= parseTree(this.text);
    for (let length = path.length; this.tree && length >= 0; length -= 1) {
      const node = findNodeAtLocation(this.tree, path.slice(0, length));
      if (node) return this.placeAt(node.offset);
    }
    return this.placeAt(0);
  }

  private placeAt(offset: number): Place {
    this.offsets ??= new LineOffsets(this.text);
    const line = this.offsets.lineAt(offset);
    return {
      document: this.document,
      line: this.firstLine + line - 1,
      column: offset - this.offsets.startOf(line) + 1,
    };
  }
}

/** How deep brackets stand within each other, outside of strings. */
function nesting(text: string): number {
  let [depth, most] = [0, 0];
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') most = Math.max(most, (depth += 1));
    else if (sign === ']' || sign === '}') depth -= 1;
  }
  return most;
}
