/** The text of a document's bytes. */
import { binaryKind } from './binary-kinds';
import { UnreadableDocument } from './document';

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** @param type a media type, which may name the encoding; a byte order mark knows it better @throws UnreadableDocument */
export function decode(bytes: Uint8Array, type: string | null): string {
  const other = binaryKind(bytes);
  if (other !== null)
    throw new UnreadableDocument({
      de: `Das ist ${other.what.de} und kein RDF. ${other.how.de}`,
      en: `This is ${other.what.en}, and no RDF. ${other.how.en}`,
    });
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  const [, stated] = /charset="?([\w.:-]+)/i.exec(type ?? '') ?? [];
  const encoding = marked?.[1] ?? stated ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadableDocument({
      de: `Die Kodierung ${encoding} ist nicht bekannt. Das Dokument als UTF-8 speichern.`,
      en: `The encoding ${encoding} is not known. Save the document as UTF-8.`,
    });
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnreadableDocument(
      {
        de: `Das Dokument ist nicht ${encoding.toUpperCase()}. Es als UTF-8 speichern.`,
        en: `The document is not ${encoding.toUpperCase()}. Save it as UTF-8.`,
      },
      positionOfFault(bytes),
    );
  }
}

/** The line that cannot be decoded as UTF-8. */
function positionOfFault(bytes: Uint8Array): { line: number } | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0, line = 1; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const next = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, next));
    } catch {
      return { line };
    }
    from = next;
  }
  return undefined;
}
