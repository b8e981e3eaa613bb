/** What is said of a broken constraint, and how it is mended. */
import type { ConstraintKind } from './constraint';
import { demandsOf, schemesOf, type ShapesByName } from './demands';
import { nameOf } from './names';
import type { ProfileText, ShapeData } from './profile';
import { asWhat, either, kinds, pathInWords, text } from './path-words';

interface Words {
  readonly message: ProfileText;
  readonly remedy: ProfileText;
}

/** Where a shape stands: its neighbours by name, and the prefixes. */
interface Place {
  readonly shapes: ShapesByName;
  readonly prefixes: Readonly<Record<string, string>>;
}

type Writer = (shape: ShapeData, path: ProfileText, place: Place) => Words;

const writers: Record<ConstraintKind, Writer> = {
  minCount: (shape, path) => {
    const as = asWhat(shape);
    const wanted = shape.severity === 'warning';
    return {
      message: wanted
        ? text(`${path.en} is recommended, and missing.`, `${path.de} ist empfohlen und fehlt.`)
        : text(`${path.en} is missing.`, `${path.de} fehlt.`),
      remedy: text(`State ${path.en}${as.en}.`, `${path.de}${as.de} angeben.`),
    };
  },
  maxCount: ({ maxCount }, path) =>
    maxCount === 0
      ? {
          message: text(
            `${path.en} is not to be used any more.`,
            `${path.de} soll nicht mehr verwendet werden.`,
          ),
          remedy: text(`Remove ${path.en}.`, `${path.de} entfernen.`),
        }
      : {
          message: text(
            `${path.en} has more than ${maxCount ?? 1} value${maxCount === 1 ? '' : 's'}.`,
            `${path.de} hat mehr als ${maxCount === 1 ? 'einen Wert' : `${maxCount ?? 1} Werte`}.`,
          ),
          remedy: text(
            `Keep the value that holds, and remove the others.`,
            `Den Wert behalten, der gilt, und die anderen entfernen.`,
          ),
        },
  nodeKind: ({ nodeKind = 'IRI' }, path) => {
    const kind = kinds[nodeKind] ?? text(nodeKind, nodeKind);
    return {
      message: text(
        `A value of ${path.en} must be ${kind.en}.`,
        `Ein Wert von ${path.de} muss ${kind.de} sein.`,
      ),
      remedy:
        nodeKind === 'Literal'
          ? text('Write the value in quotation marks.', 'Den Wert in Anführungszeichen schreiben.')
          : text(
              'Write the address of what is meant, as an IRI.',
              'Die Adresse dessen, was gemeint ist, als IRI schreiben.',
            ),
    };
  },
  datatype: ({ datatype = [] }, path) => ({
    message: text(
      `A value of ${path.en} is no well-formed ${either(datatype, 'or')}.`,
      `Ein Wert von ${path.de} ist nicht wohlgeformt als ${either(datatype, 'oder')}.`,
    ),
    remedy: text(
      `Write it as ${either(datatype, 'or')}, with this datatype.`,
      `Ihn als ${either(datatype, 'oder')} schreiben, mit diesem Datentyp.`,
    ),
  }),
  class: ({ class: classes = [] }, path) => ({
    message: text(
      `A value of ${path.en} is not stated to be a ${classes.join(' and ')}.`,
      `Im Dokument steht nicht, dass ein Wert von ${path.de} die Klasse ${classes.join(' und ')} hat.`,
    ),
    remedy: text(
      `State in the same document that the value is a ${classes.join(' and ')}.`,
      `Im selben Dokument angeben, dass der Wert die Klasse ${classes.join(' und ')} hat.`,
    ),
  }),
  hasValue: ({ hasValue = [] }, path) => ({
    message: text(
      `${path.en} does not have the value ${hasValue.join(' and ')}.`,
      `${path.de} hat nicht den Wert ${hasValue.join(' und ')}.`,
    ),
    remedy: text(
      `State ${hasValue.join(' and ')} at ${path.en}.`,
      `${hasValue.join(' und ')} unter ${path.de} angeben.`,
    ),
  }),
  in: ({ in: allowed = [] }, path) => ({
    message: text(
      `A value of ${path.en} is not on its list.`,
      `Ein Wert von ${path.de} steht nicht auf der Liste.`,
    ),
    remedy: text(`Take one of ${either(allowed, 'or')}.`, `Einen von ${either(allowed, 'oder')} nehmen.`),
  }),
  pattern: ({ pattern = '' }, path) => ({
    message: text(
      `A value of ${path.en} does not match ${pattern}.`,
      `Ein Wert von ${path.de} passt nicht zu ${pattern}.`,
    ),
    remedy: text(`Take a value that matches ${pattern}.`, `Einen Wert nehmen, der zu ${pattern} passt.`),
  }),
  uniqueLang: (_, path) => ({
    message: text(
      `${path.en} has two values in one language.`,
      `${path.de} hat zwei Werte in einer Sprache.`,
    ),
    remedy: text('Keep one text of each language.', 'Je Sprache einen Text behalten.'),
  }),
  node: (shape, path, place) => ofNested([{ node: shape.node }], path, place),
  or: ({ or = [] }, path, place) => ofNested(or.flat(), path, place),
  and: ({ and = [] }, path, place) => ofNested(and.flat(), path, place),
  not: (_, path) => ({
    message: text(
      `A value of ${path.en} is from a list that is not to be used any more.`,
      `Ein Wert von ${path.de} ist aus einer Liste, die nicht mehr verwendet werden soll.`,
    ),
    remedy: text('Take the value of the list of today.', 'Den Wert der heutigen Liste nehmen.'),
  }),
  qualified: ({ qualified = [] }, path) => {
    const counts = qualified
      .map(({ min = 0, max }) => (max === undefined ? `${min}..n` : `${min}..${max}`))
      .join(', ');
    return {
      message: text(
        `${path.en} has not as many values of the wanted kind as it must (${counts}).`,
        `${path.de} hat nicht so viele Werte der verlangten Art, wie es muss (${counts}).`,
      ),
      remedy: text(
        `State ${counts} such values at ${path.en}.`,
        `${counts} solche Werte unter ${path.de} angeben.`,
      ),
    };
  },
};

/** A value that has to satisfy a shape of its own: mostly to be a code of a list, or to have properties. */
function ofNested(
  shapes: readonly ShapeData[],
  path: ProfileText,
  { shapes: named, prefixes }: Place,
): Words {
  const schemes = schemesOf(shapes, named);
  if (schemes.length > 0)
    return {
      message: text(
        `A value of ${path.en} is not stated to be a concept of ${either(schemes, 'or')}.`,
        `Im Dokument steht nicht, dass ein Wert von ${path.de} ein Begriff aus ${either(schemes, 'oder')} ist.`,
      ),
      remedy: text(
        `Take a code of this list, and state its skos:inScheme and the class of the scheme.`,
        `Einen Code dieser Liste nehmen und sein skos:inScheme und die Klasse des Schemas angeben.`,
      ),
    };
  const demands = demandsOf(shapes, named).map((demand) => nameOf(demand, prefixes));
  return {
    message: text(
      `A value of ${path.en} lacks what is demanded of it: ${demands.join(', ')}.`,
      `Einem Wert von ${path.de} fehlt, was von ihm verlangt wird: ${demands.join(', ')}.`,
    ),
    remedy: text(
      `Complete the value, in the same document: ${demands.join(', ')}.`,
      `Den Wert im selben Dokument vervollständigen: ${demands.join(', ')}.`,
    ),
  };
}

/** The words for a constraint of a shape. */
export const wordsOf = (kind: ConstraintKind, shape: ShapeData, place: Place): Words =>
  writers[kind](shape, pathInWords(shape.path ?? shape.about), place);
