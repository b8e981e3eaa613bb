/** Parses handwritten YAML 1.2 strictly. What other parsers only warn about, or misinterpret, is refused with its position. */
import { isUtf8 } from 'node:buffer';
import {
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type ScalarTag,
  type Tags,
  type YAMLError,
} from 'yaml';
import { reasonOf, type TextPosition } from '../errors';
import { numberAsWritten } from '../resource/written/number';

/** Why a file is not accepted as YAML. */
export class YamlRefused extends Error {
  override readonly name = 'YamlRefused';

  constructor(
    readonly at: TextPosition,
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

/** A parsed file. */
export interface StrictYaml {
  document: Document;
  /** The position of an offset. */
  position: (offset: number) => TextPosition;
  /** Converts a node to plain values. Numbers that are not simply digits become a WrittenNumber. @throws YamlRefused */
  valueOf: (node: Node) => unknown;
}

/**
 * Parses a file.
 * @param file its name in messages
 * @throws YamlRefused
 */
export function readStrictYaml(bytes: Buffer, file: string): StrictYaml {
  const text = textOf(bytes, file);
  const lines = new LineCounter();
  const document: Document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    // Otherwise tags of YAML 1.1, such as !!timestamp, would be resolved.
    resolveKnownTags: false,
    customTags: withNumbersAsWritten,
  });
  const position = (offset: number): TextPosition => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw refusalOf(fault, position(fault.pos[0]));
  const directive = /^%(?!YAML 1\.2\s*$).*/m.exec(text.slice(0, startOf(document)));
  if (directive) {
    const at = position(directive.index);
    throw new YamlRefused(at, `The directive "${directive[0].trim()}" is not understood.`, leaveOut);
  }
  return {
    document,
    position,
    valueOf: (node) => {
      try {
        return node.toJS(document) as unknown;
      } catch (error) {
        // An undefined alias, or too many nested aliases.
        const at = position(node.range?.[0] ?? 0);
        throw new YamlRefused(at, `It is not YAML: ${reasonOf(error)}`, 'Write the value out.');
      }
    },
  };
}

const leaveOut = 'Leave it out: files are in YAML 1.2.';

/** The offset where the content begins, after directives. */
const startOf = ({ contents, range }: Document): number =>
  (isNode(contents) ? contents.range?.[0] : undefined) ?? range?.[0] ?? 0;

function refusalOf({ code, message }: YAMLError, at: TextPosition): YamlRefused {
  const [, tag] = /^Unresolved tag: (.*)$/.exec(message) ?? [];
  if (tag !== undefined)
    return new YamlRefused(
      at,
      `The tag "${tag}" is not understood.`,
      'Write the value out, without the tag.',
    );
  if (code === 'BAD_DIRECTIVE') return new YamlRefused(at, `It is not understood: ${message}.`, leaveOut);
  return new YamlRefused(at, `It is not YAML: ${firstLine(message)}`, 'Mend the syntax at this place.');
}

const firstLine = (text: string): string => text.split('\n')[0] ?? text;

const numbers: readonly string[] = ['tag:yaml.org,2002:int', 'tag:yaml.org,2002:float'];

/** A schema's tags, modified so that numbers keep their source text. */
const withNumbersAsWritten = (tags: Tags): Tags =>
  tags.map((tag) => {
    if (typeof tag === 'string' || tag.collection !== undefined || !numbers.includes(tag.tag)) return tag;
    const read: ScalarTag['resolve'] = (source, onError, options) => {
      const node = tag.resolve(source, onError, options);
      return numberAsWritten(source, Number(isScalar(node) ? node.value : node));
    };
    return { ...tag, resolve: read };
  });

function textOf(bytes: Buffer, file: string): string {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  throw new YamlRefused(at, 'The file is not in UTF-8.', 'Save it as UTF-8.');
}
