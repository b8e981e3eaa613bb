/** Datasets made by hand, as they are read from the catalogue. */
import { Dataset } from '../../../src/catalogue/dataset';
import { Distribution } from '../../../src/catalogue/distribution';
import { Institution } from '../../../src/catalogue/institution';
import { Provision } from '../../../src/catalogue/provision';
import { Standard } from '../../../src/catalogue/standard';
import { describe, type RecordClass } from '../../../src/resource/description';
import type { Identifier, StatedEvidence } from '../../../src/resource/evidence';
import type { DescribedRecord, WholeLink, WholeRecord } from '../../../src/resource/whole-record';

type Fields = Readonly<Record<string, unknown>>;

const described = (type: RecordClass, fields: Fields & { slug: string }): DescribedRecord => {
  const description = describe(type);
  return {
    description,
    record: { key: `${description.path}/${fields.slug}`, ...fields },
    identifiers: [],
    references: new Map(),
    lists: new Map(),
  };
};

const provision = (dataset: string, role: string): WholeLink => ({
  description: describe(Provision),
  record: { key: `provisions/institutions/marburg/datasets/${dataset}/${role.toLowerCase()}`, role },
  side: 'to',
  other: described(Institution, { slug: 'marburg', name: { de: 'Marburg' } }),
});

const statement: StatedEvidence = {
  origin: 'seeds',
  importVersion: 1,
  sourceId: 'sources/register',
  property: null,
  statedValue: null,
  quotation: null,
  confidence: 'FOUND_IN_SOURCE',
  statedOn: null,
  during: [],
  note: null,
  complete: false,
};

/** What a dataset has beside its own attributes. */
interface Beside {
  distributions?: readonly Fields[];
  standards?: readonly string[];
  roles?: readonly string[];
  identifiers?: readonly Identifier[];
  evidence?: boolean;
}

export function dataset(fields: Fields & { slug: string }, beside: Beside = {}): WholeRecord {
  const distributions = (beside.distributions ?? []).map((each, index) =>
    described(Distribution, { slug: `${fields.slug}-${index}`, ...each }),
  );
  const standards = (beside.standards ?? []).map((slug) => described(Standard, { slug, name: { en: slug } }));
  return {
    ...described(Dataset, { kind: 'COHORT', name: { de: 'Kohorte' }, ...fields }),
    identifiers: beside.identifiers ?? [],
    lists: new Map([
      ...(distributions.length > 0 ? [['distributions', distributions] as const] : []),
      ...(standards.length > 0 ? [['conformsTo', standards] as const] : []),
    ]),
    evidence: beside.evidence === true ? [statement] : [],
    sources: new Map(),
    nextLinks: null,
    links: (beside.roles ?? []).map((role) => provision(fields.slug, role)),
  };
}
