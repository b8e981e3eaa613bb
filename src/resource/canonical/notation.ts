/** Notations of texts that programs read, such as durations: what is written in one has one canonical spelling. */

/** A notation that a text attribute may demand. */
export type Notation = 'duration' | 'telephone';

interface Rules {
  /** What is taken, as continuation of "It takes". */
  readonly takes: string;
  /** The canonical spelling; null if the text is not in this notation. */
  readonly canonical: (text: string) => string | null;
}

/** ISO 8601, as XML Schema has it: no weeks, at least one part. https://www.w3.org/TR/xmlschema11-2/#duration */
const duration = /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** Signs that people put between groups of digits. RFC 3966 knows the hyphen. */
const separators = /[\s()./-]+/g;
const telephone = /^\+[1-9](?:-?\d){5,14}$/;

export const notations: Readonly<Record<Notation, Rules>> = {
  duration: {
    takes: 'a duration in the notation of ISO 8601, such as P1D, P1M or PT1H',
    canonical: (text) => (duration.test(text) ? text : null),
  },
  telephone: {
    takes: 'a telephone number that begins with + and the code of the country, such as +49-30-123456',
    canonical: (text) => {
      // The zero in brackets is dialled within the country only.
      const grouped = text.replace('(0)', ' ').replace(separators, '-').replace(/-+$/, '');
      return telephone.test(grouped) ? grouped : null;
    },
  },
};
