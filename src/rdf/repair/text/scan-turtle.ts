/** Finds the IRIs and strings of Turtle and its relatives, also in documents that no parser reads. */

/** A part of the text; offsets include the brackets and quotation marks. */
export interface TurtlePart {
  readonly kind: 'iri' | 'string' | 'comment';
  readonly start: number;
  readonly end: number;
}

const interesting = /[#"'<]/g;

/** Strings are searched for their end by hand: a pattern would need too much memory for long ones. */
export function* partsOfTurtle(text: string): Iterable<TurtlePart> {
  let from = 0;
  for (;;) {
    interesting.lastIndex = from;
    const found = interesting.exec(text);
    if (!found) return;
    const start = found.index;
    const [sign] = found;
    if (sign === '<') {
      const end = endOfIri(text, start);
      if (end > 0) yield { kind: 'iri', start, end };
      from = end > 0 ? end : start + 1;
    } else if (sign === '#') {
      from = endOfLine(text, start);
      yield { kind: 'comment', start, end: from };
    } else {
      from = endOfString(text, start, sign);
      yield { kind: 'string', start, end: from };
    }
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const iri = /<[^<>"\r\n]*>/y;

function endOfIri(text: string, start: number): number {
  iri.lastIndex = start;
  return iri.test(text) ? iri.lastIndex : -1;
}

/** A short string ends on its line at the latest. */
function endOfString(text: string, start: number, quote: string): number {
  const long = text.startsWith(quote.repeat(3), start);
  const mark = long ? quote.repeat(3) : quote;
  const limit = long ? text.length : endOfLine(text, start);
  let at = start + mark.length;
  for (;;) {
    at = text.indexOf(mark, at);
    if (at < 0 || at >= limit) return limit;
    let escapes = 0;
    while (text[at - escapes - 1] === '\\') escapes += 1;
    if (escapes % 2 === 0) return at + mark.length;
    at += 1;
  }
}
