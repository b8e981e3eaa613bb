import { CatalogueRecord } from '../resource/catalogue-record';
import { Links, Resource, StartDay, Term, Text, Through, UniqueIdentifier } from '../resource/decorators';
import { dct, schema } from '../vocabulary/namespaces';
import { PublicationKind } from '../vocabulary/publication-kind';
import { Dataset } from './dataset';
import { Infrastructure } from './infrastructure';
import { Project } from './project';
import { Relation } from './relation';

/** An article about the network. Its name is its title, in the language in which a source gives it. */
@Resource({
  path: 'publications',
  term: schema('ScholarlyArticle'),
  about:
    'An article or preprint about the network, its infrastructures, projects or datasets. Its name is its title.',
})
export class Publication extends CatalogueRecord {
  @Term(PublicationKind, {
    about: 'What kind of publication it is; null where no source says.',
    term: dct('type'),
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  kind!: PublicationKind | null;

  @UniqueIdentifier('DOI', {
    about:
      'DOI of the publication; null where it has none or several, on which sources may disagree: see `disputes`.',
  })
  doi!: string | null;

  @StartDay({
    about: 'When it was published, as far as a source tells.',
    term: dct('issued'),
    filter: true,
    order: true,
  })
  issuedOn!: string | null;

  @Text({
    about: 'The journal or preprint server in which it appeared.',
    term: { predicate: schema('isPartOf'), object: 'node', class: schema('Periodical') },
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  journal!: string | null;

  @Text({
    about: 'Where it stands in the journal: volume, issue and pages or number of the article.',
    term: dct('bibliographicCitation'),
    filter: true,
  })
  citation!: string | null;

  @Links(() => Relation, {
    as: 'from',
    about: 'What it says something of, each with the source that says so.',
  })
  relations!: Relation[];

  @Through(() => Relation, {
    as: 'from',
    roles: ['DESCRIBES'],
    about: 'What it describes, of any type, each once.',
  })
  describes!: CatalogueRecord[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Dataset,
    roles: ['DESCRIBES'],
    about: 'The datasets that it describes, each once.',
  })
  datasets!: Dataset[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Infrastructure,
    roles: ['DESCRIBES'],
    about: 'The infrastructures that it describes, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Project,
    roles: ['DESCRIBES'],
    about: 'The projects that it describes, each once.',
  })
  projects!: Project[];

  @Through(() => Relation, {
    as: 'to',
    roles: ['REFERENCES'],
    about: 'What names it as a source, such as a dataset that rests on it, of any type, each once.',
  })
  referencedBy!: CatalogueRecord[];
}
