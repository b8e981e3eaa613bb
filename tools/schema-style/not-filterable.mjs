/** What a record shows that nobody filters by, with the reason. */

/** By the name of the field, on all types that have it. */
const everywhere = {
  identifiers: 'the filter "identifier" asks for one of them',
  iri: 'it is the id in another form',
  names: 'they are the name in every language, by which "name" filters',
  otherNames: 'the search looks in them',
  links: 'the lists of each kind of link can be filtered',
  kind: 'of a link it is its type',
  source: 'the end has a name of its own, which can be filtered',
  target: 'the end has a name of its own, which can be filtered',
  from: 'the end has a name of its own, which can be filtered',
  to: 'the end has a name of its own, which can be filtered',
  evidence: 'it is a list without an order; sources and confidence are asked for apart',
  disputes: '"Query.disputed" lists the records that have any',
  email: 'an office is found by its institution',
  telephone: 'an office is found by its institution',
  roleNote: 'it is the wording of a source; "role" says the same in codes',
  partnersAsStated: 'it is the wording of a source, in which the search looks',
  sizeAsStated: 'it is the wording of a source, in which the search looks',
  sizeTexts: 'they are the same in every language',
  accessProcedure: 'it is prose, in which the search looks',
  provenance: 'it is prose, in which the search looks',
  populationCoverage: 'it is prose, in which the search looks',
  purposeAsStated: 'it is prose, in which the search looks; "purposes" says the same in codes',
  rights: 'it is prose, in which the search looks',
  harvest: '"Query.harvests" lists its runs and filters by the source',
  readiness: 'it is computed for a profile; "readyFor" and "missingStatements" are kept',
  fairAssessment: 'it is computed; "fairScore" is kept',
  audience: 'it is prose, in which the search looks',
  versionNotes: 'they are prose, in which the search looks',
};

/** Fields that only go with another one: how exactly it is stated, its label, and its texts in every language. */
const companions = [/^(.+)Precision$/, /^(.+)Label$/, /^(.+)Texts$/, /^(.+)s$/];

/** The labels of a list: `themeLabels` of `themes`. */
const ofList = /^(.+)Labels$/;

/** Whether a field need not be among the filters of its type. */
export function notFilterable(type, name) {
  if (name in everywhere) return true;
  const fields = type.getFields();
  const [, one] = ofList.exec(name) ?? [];
  if (one && [`${one}s`, one.replace(/y$/, 'ies')].some((list) => list in fields)) return true;
  return companions.some((companion) => {
    const of = companion.exec(name)?.[1];
    return of !== undefined && of in fields;
  });
}
