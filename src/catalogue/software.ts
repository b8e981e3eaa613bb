import { CatalogueRecord } from '../resource/catalogue-record';
import { Iri, Links, Resource, StartDay, Text, Through, WebAddress } from '../resource/decorators';
import { dcat, dct, schema } from '../vocabulary/namespaces';
import { Infrastructure } from './infrastructure';
import { Project } from './project';
import { Provision } from './provision';
import { Relation } from './relation';

/** Software with its repository, described in the terms of schema.org and CodeMeta. */
@Resource({
  path: 'softwares',
  term: schema('SoftwareSourceCode'),
  about: 'Software, or profiles and guides that are kept like software, with the repository of its source.',
})
export class Software extends CatalogueRecord {
  @WebAddress({
    about:
      'Address of the repository with its source; null where no source states one, or where it is the name of a person.',
    term: schema('codeRepository'),
    filter: true,
  })
  codeRepository!: string | null;

  @Text({
    about: 'The commit of the repository that was read for this record, as its hash in Git.',
    // The scheme of SoftWare Hash IDentifiers, ISO/IEC 18670: they follow from the commit itself.
    term: { predicate: dct('hasVersion'), object: 'iri', base: 'swh:1:rev:' },
    filter: true,
  })
  commit!: string | null;

  @StartDay({
    about: 'The day of that commit, and so of the last change that the record knows.',
    term: schema('dateModified'),
    filter: true,
    order: true,
  })
  committedOn!: string | null;

  @Text({ about: 'Version, where a source names one.', term: dcat('version'), filter: true })
  version!: string | null;

  @Iri({
    about:
      'Licence under which it is published, by its address in the SPDX License List; null where none is stated.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;

  @Links(() => Relation, { as: 'from', about: 'For what it is made, each with the source that says so.' })
  relations!: Relation[];

  @Through(() => Relation, {
    as: 'from',
    roles: ['DEVELOPED_FOR', 'DOCUMENTS'],
    about: 'What it is made for or documents, of any type, each once.',
  })
  madeFor!: CatalogueRecord[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Infrastructure,
    roles: ['DEVELOPED_FOR', 'DOCUMENTS'],
    about: 'The infrastructures that it is made for or documents, each once.',
  })
  infrastructures!: Infrastructure[];

  @Through(() => Relation, {
    as: 'from',
    to: () => Project,
    roles: ['DEVELOPED_FOR', 'DOCUMENTS'],
    about: 'The projects that it is made for or documents, each once.',
  })
  projects!: Project[];

  @Links(() => Provision, { as: 'to', about: 'Who publishes it or holds the rights to it.' })
  provisions!: Provision[];
}
