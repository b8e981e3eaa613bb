/** The list of statements, and where in an answer one of them stands. */

/** A statement of the documents, as `statements.yaml` lists it. */
export interface Statement {
  says: string;
  /** Its words by the slug of each document that has it. */
  quotations: Record<string, string>;
  /** Name of the query that finds it. */
  query: string;
  /** Values that the record or link with this evidence has, or what is below it. */
  finds: (string | number)[];
}

interface Evidence {
  quotation: string | null;
  citedFrom: { slug: string };
}

const evidence = 'evidence { quotation citedFrom { slug } }';
const fragments = {
  Said: `fragment Said on Resource { slug ${evidence} }`,
  SaidOfLink: `fragment SaidOfLink on Link { ${evidence} }`,
};

/** The query with the fragments that it names. */
export const said = (query: string): string =>
  [query, ...Object.entries(fragments).flatMap(([name, text]) => (names(query, name) ? [text] : []))].join(
    ' ',
  );

const names = (query: string, fragment: string): boolean => new RegExp(`\\.\\.\\.${fragment}\\b`).test(query);

/** The objects of an answer whose evidence has all of these quotations, each from its document. */
export function withEvidence(answer: unknown, quotations: Record<string, string>): object[] {
  const isQuoted = (all: Evidence[]) =>
    Object.entries(quotations).every(([slug, quotation]) =>
      all.some((each) => each.quotation === quotation && each.citedFrom.slug === slug),
    );
  return objectsIn(answer).filter(
    (each) => 'evidence' in each && isQuoted((each as { evidence: Evidence[] }).evidence),
  );
}

/** Which of these values stand nowhere in an object. */
export function missingIn(object: object, values: readonly (string | number)[]): (string | number)[] {
  const all = new Set(objectsIn(object).flatMap((each) => Object.values(each) as unknown[]));
  return values.filter((value) => !all.has(value));
}

function objectsIn(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return [];
  const below = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? below : [value, ...below];
}

/** Headings, and what no statement is. */
const noStatement =
  /^(NUM Vision und Mission|NUM vision and mission|NUM-(Vision|Mission)|NUM (vision|mission)|Main Content|NUM|Contact:|Email:|For more information, please click here|NUM Network University Medicine on COVID-19)$/;

/** The sentences of a document, on one line each. */
export const sentencesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .flatMap((line) => line.split(/(?<=[a-zß][.]["”]?) (?=[A-Z„])/))
    .filter((sentence) => sentence !== '' && !noStatement.test(sentence));
