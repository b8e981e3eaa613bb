/** The media ranges of `Accept`, and which type they prefer. https://www.rfc-editor.org/rfc/rfc9110#name-accept */

/** A media range such as `text/*` with its weight. */
export interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly weight: number;
}

/** How well a type is accepted. */
export interface Acceptance {
  /** 0 to 1; 0 if the type is refused. */
  readonly weight: number;
  /** 2 if the type itself is named, 1 for `text/*`, 0 for `*\/*`. */
  readonly precision: 0 | 1 | 2;
}

const token = "[!#$%&'*+.^_`|~\\w-]+";
const range = new RegExp(`^(${token})/(${token})$`);
const weight = /^q\s*=\s*(0(?:\.\d*)?|1(?:\.0*)?)$/i;

/** Splits at a separator outside of quoted strings. */
export const splitAt = (separator: ',' | ';', text: string): string[] =>
  (text.match(separator === ',' ? /(?:"(?:[^"\\]|\\.)*"|[^,])+/g : /(?:"(?:[^"\\]|\\.)*"|[^;])+/g) ?? []).map(
    (part) => part.trim(),
  );

/** The weight among the parameters of a list's member; null if it is not written as HTTP says. */
export function weightIn(parameters: readonly string[]): number | null {
  const written = parameters.find((each) => /^q\s*=/i.test(each));
  if (written === undefined) return 1;
  const [, value] = weight.exec(written) ?? [];
  return value === undefined ? null : Number(value);
}

/** The ranges of a header. Parameters are ignored, as each type has one form; so is what is no range. */
export function rangesIn(accept: string): MediaRange[] {
  return splitAt(',', accept).flatMap((part) => {
    const [written = '', ...parameters] = splitAt(';', part);
    const [, type, subtype] = range.exec(written.toLowerCase()) ?? [];
    const weight = weightIn(parameters);
    if (type === undefined || subtype === undefined || weight === null) return [];
    return type === '*' && subtype !== '*' ? [] : [{ type, subtype, weight }];
  });
}

/** How well a type is accepted: the range that names it most precisely decides, of equal ones that with the greatest weight. */
export function acceptanceOf(mediaType: string, ranges: readonly MediaRange[]): Acceptance {
  const [type, subtype] = mediaType.split('/');
  let best: Acceptance = { weight: 0, precision: 0 };
  for (const each of ranges) {
    if (each.type !== '*' && each.type !== type) continue;
    if (each.subtype !== '*' && each.subtype !== subtype) continue;
    const precision = each.type === '*' ? 0 : each.subtype === '*' ? 1 : 2;
    if (precision > best.precision || (precision === best.precision && each.weight > best.weight))
      best = { weight: each.weight, precision };
  }
  return best;
}
