/** Judges linking by pairs of what documents say and the record that it means: precision of what is sure, recall of what is sure or proposed. */
const { createHash } = require('node:crypto');

/** Classes that are looked among for each group of pairs. */
const classesOf = {
  agents: ['Institution', 'ExternalSource', 'Infrastructure'],
  standards: ['Standard'],
  grants: ['FundingPeriod'],
  datasets: ['Dataset'],
};

/** Half of the pairs is held out: it is measured, but its misses were not looked at while the rules were written. */
const isHeldOut = (said) => createHash('sha256').update(JSON.stringify(said)).digest()[0] % 2 === 0;

const mentionOf = (said, classes) => {
  const given = typeof said === 'string' ? { names: [said] } : said;
  return {
    iri: given.iri ?? null,
    classes,
    names: (given.names ?? []).map((value) => ({ value, language: null })),
    identifiers: Object.entries(given.identifiers ?? {}).map(([scheme, value]) => ({ scheme, value })),
    email: given.email ?? null,
    homepage: given.homepage ?? null,
    kinds: [],
    isPerson: false,
    at: { document: 'judged-pairs.yaml', line: null, column: null },
  };
};

const textOf = (said) => (typeof said === 'string' ? said : JSON.stringify(said));

/**
 * @param pairs the file, as an object
 * @param reconcile of a reconciler
 * @param town the town of a record that a text names, or null
 */
function judge(pairs, { reconcile, town }) {
  const verdicts = Object.entries(pairs).flatMap(([group, entries]) =>
    entries.map(([said, expected]) => {
      const keys = expected === null ? [] : [expected].flat();
      const base = { group, said: textOf(said), keys, heldOut: isHeldOut(said) };
      if (group === 'towns') {
        const found = town(said);
        return { ...base, sure: found, proposed: found === null ? [] : [found], reason: '' };
      }
      const outcome = reconcile(mentionOf(said, classesOf[group]));
      return {
        ...base,
        sure: outcome.outcome === 'SURE' ? outcome.key : null,
        proposed:
          outcome.outcome === 'SURE' ? [outcome.key] : (outcome.candidates ?? []).map(({ key }) => key),
        reason: (outcome.reason ?? outcome.candidates?.[0]?.reason)?.en ?? '',
      };
    }),
  );
  return verdicts.map((verdict) => ({
    ...verdict,
    wrong: verdict.sure !== null && (verdict.keys.length !== 1 || verdict.sure !== verdict.keys[0]),
    missed: verdict.keys.some((key) => !verdict.proposed.includes(key)),
  }));
}

/** The figures of some verdicts. */
function figuresOf(verdicts) {
  const sure = verdicts.filter((each) => each.sure !== null);
  const known = verdicts.filter(({ keys }) => keys.length > 0);
  const one = known.filter(({ keys }) => keys.length === 1);
  const none = verdicts.filter(({ keys }) => keys.length === 0);
  return {
    pairs: verdicts.length,
    sure: sure.length,
    precisionOfSure: 1 - sure.filter(({ wrong }) => wrong).length / Math.max(1, sure.length),
    recall: 1 - known.filter(({ missed }) => missed).length / Math.max(1, known.length),
    recallOfSure:
      one.filter(({ sure: key, wrong }) => key !== null && !wrong).length / Math.max(1, one.length),
    /** Of what is none of the records: how much a person is asked about in vain. */
    askedInVain:
      none.filter(({ sure: key, proposed }) => key === null && proposed.length > 0).length /
      Math.max(1, none.length),
  };
}

module.exports = { judge, figuresOf };
