/** The text of a document's bytes, whatever its encoding; what is not UTF-8 is said. */
import type { Finding } from '../../finding';
import { binaryKind } from '../../reading/binary-kinds';
import { UnreadableDocument } from '../../reading/document';
import { finding } from './finding';

interface Decoded {
  readonly text: string;
  readonly findings: readonly Finding[];
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** In UTF-16, every other byte of what ASCII has is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 64);
  const zeros = [0, 1].map((from) => start.filter((byte, index) => index % 2 === from && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  const most = start.length * 0.4;
  if (start.length < 8) return null;
  return odd > most && even === 0 ? 'utf-16le' : even > most && odd === 0 ? 'utf-16be' : null;
}

/** @param type a media type, which may name the encoding @throws UnreadableDocument for what is no text */
export function decodeAny(bytes: Uint8Array, type: string | null, document: string): Decoded {
  const place = { document, line: 1, column: 1 };
  const other = binaryKind(bytes);
  if (other !== null)
    throw new UnreadableDocument({
      de: `Das ist ${other.what.de} und kein RDF. ${other.how.de}`,
      en: `This is ${other.what.en}, and no RDF. ${other.how.en}`,
    });
  for (const [encoding, ...mark] of [
    ['utf-16le', 0xff, 0xfe],
    ['utf-16be', 0xfe, 0xff],
  ] as const)
    if (startsWith(bytes, ...mark) || unmarkedUtf16(bytes) === encoding) {
      const text = new TextDecoder(encoding).decode(bytes);
      const lines = text.split('\n').length;
      return {
        text,
        findings: [
          finding('encoding-not-utf-8', {
            place,
            before: encoding.toUpperCase(),
            after: 'UTF-8',
            words: { lines },
          }),
        ],
      };
    }
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const decoded = withoutMark(marked ? bytes.subarray(3) : bytes, type, document);
  refuseBinary(decoded.text);
  return {
    text: decoded.text,
    findings: [
      ...(marked ? [finding('byte-order-mark', { place, before: 'U+FEFF', after: '' })] : []),
      ...decoded.findings,
    ],
  };
}

function withoutMark(bytes: Uint8Array, type: string | null, document: string): Decoded {
  const [, stated] = /charset="?([\w.:-]+)/i.exec(type ?? '') ?? [];
  const declared = /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )?.[1];
  const text = asUtf8(bytes);
  if (text !== null) {
    const wrong =
      stated !== undefined && !/^(utf-?8|us-ascii)$/i.test(stated) && bytes.some((byte) => byte > 127);
    const place = { document, line: null, column: null };
    return {
      text,
      findings: wrong ? [finding('encoding-header-wrong', { place, before: stated, after: 'utf-8' })] : [],
    };
  }
  // XML may be in another encoding, if it says so.
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) {
    const known = decoderOf(declared);
    if (known) return { text: known.decode(bytes), findings: [] };
  }
  return lineByLine(bytes, document);
}

function decoderOf(encoding: string): TextDecoder | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    return null;
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Files that were put together have lines in several encodings. What is not UTF-8 is nearly always what Windows writes. */
function lineByLine(bytes: Uint8Array, document: string): Decoded {
  const other = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let [line, first, lines] = [0, 0, 0];
  for (let from = 0; from < bytes.length;) {
    line += 1;
    const end = bytes.indexOf(10, from);
    const next = end < 0 ? bytes.length : end + 1;
    const source = bytes.subarray(from, next);
    const text = asUtf8(source);
    if (text === null) {
      first ||= line;
      lines += 1;
    }
    parts.push(text ?? other.decode(source));
    from = next;
  }
  const place = { document, line: first, column: null };
  return {
    text: parts.join(''),
    findings: [
      finding('encoding-not-utf-8', { place, before: 'Windows-1252', after: 'UTF-8', words: { lines } }),
    ],
  };
}

/** Texts have no control characters but tabs and ends of lines. */
function refuseBinary(text: string): void {
  const start = text.slice(0, 4096);
  // eslint-disable-next-line no-control-regex -- these are meant
  const controls = start.match(/[\x00-\x08\x0e-\x1f]/g)?.length ?? 0;
  if (controls > start.length / 50)
    throw new UnreadableDocument({
      de: 'Das ist kein Text, und so kein RDF. Datei oder Adresse eines Dokuments in Turtle, JSON-LD oder RDF/XML angeben.',
      en: 'This is no text, and so no RDF. Give the file or address of a Turtle, JSON-LD or RDF/XML document.',
    });
}
