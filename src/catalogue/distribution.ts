import { CatalogueRecord } from '../resource/catalogue-record';
import {
  Bytes,
  FileChecksum,
  Iri,
  LocalizedText,
  Resource,
  Term,
  Terms,
  Text,
  Texts,
  ToOne,
  WebAddress,
} from '../resource/decorators';
import type { Checksum } from '../resource/kinds/checksum';
import type { LocalizedTexts } from '../resource/text';
import { DistributionContent } from '../vocabulary/distribution-content';
import { DistributionKind } from '../vocabulary/distribution-kind';
import { DistributionStatus } from '../vocabulary/distribution-status';
import { FileType } from '../vocabulary/file-type';
import { Language } from '../vocabulary/language';
import { adms, dcat, dcatap, dct, eli, mediaType, spdx, xsd } from '../vocabulary/namespaces';
import { PlannedAvailability } from '../vocabulary/planned-availability';
import { Dataset } from './dataset';

@Resource({
  path: 'distributions',
  term: dcat('Distribution'),
  about: 'One way of getting a dataset: files, a programming interface or an access procedure.',
})
export class Distribution extends CatalogueRecord {
  @ToOne(() => Dataset, { about: 'The dataset.', required: true })
  dataset!: Dataset;

  @Term(DistributionKind, {
    about: 'Which way it is.',
    term: dct('type'),
    required: true,
    filter: true,
    order: true,
    facet: true,
  })
  kind!: DistributionKind;

  @WebAddress({ about: 'Page from which one gets to the data.', term: dcat('accessURL'), filter: true })
  accessUrl!: string | null;

  @WebAddress({ about: 'Address of the file itself.', term: dcat('downloadURL'), filter: true })
  downloadUrl!: string | null;

  @Text({
    about: 'Media type, such as text/csv.',
    term: { predicate: dcat('mediaType'), object: 'iri', base: mediaType(''), class: dct('MediaType') },
    filter: true,
    facet: true,
  })
  mediaType!: string | null;

  @Text({
    about: 'Media type of the form in which the file is compressed, such as application/gzip.',
    term: { predicate: dcat('compressFormat'), object: 'iri', base: mediaType(''), class: dct('MediaType') },
    filter: true,
    facet: true,
  })
  compressFormat!: string | null;

  @Text({
    about: 'Media type of the form in which several files are packed together, such as application/zip.',
    term: { predicate: dcat('packageFormat'), object: 'iri', base: mediaType(''), class: dct('MediaType') },
    filter: true,
    facet: true,
  })
  packageFormat!: string | null;

  @Iri({
    about: 'Licence under which this way is offered.',
    term: { predicate: dct('license'), class: dct('LicenseDocument') },
    filter: true,
    facet: true,
  })
  licence!: string | null;

  @LocalizedText({
    about: 'What else is said of the rights of use.',
    allTexts: 'rightsTexts',
    paragraphs: true,
    term: { predicate: dct('rights'), object: 'node', class: dct('RightsStatement') },
    search: 1,
  })
  rights!: LocalizedTexts | null;

  @Term(FileType, {
    about:
      'Format of the file in the list of the European Union; null where there is no file, or no source says.',
    term: { predicate: dct('format'), class: dct('MediaTypeOrExtent') },
    filter: true,
    order: true,
    facet: true,
    search: 2,
  })
  format!: FileType | null;

  @Term(PlannedAvailability, {
    about: 'How long it is planned to be available; null where no source says.',
    term: dcatap('availability'),
    filter: true,
    order: true,
    facet: true,
  })
  availability!: PlannedAvailability | null;

  @Term(DistributionStatus, {
    about: 'How mature it is; null where no source says.',
    term: adms('status'),
    filter: true,
    order: true,
    facet: true,
  })
  status!: DistributionStatus | null;

  @Term(DistributionContent, {
    about:
      'What it has instead of the data: a sample or analytics of them. Null for the data themselves, and where no source says otherwise.',
    term: dct('type'),
    filter: true,
    facet: true,
  })
  content!: DistributionContent | null;

  @Terms(Language, {
    about: 'Languages in which it is.',
    term: { predicate: dct('language'), class: dct('LinguisticSystem') },
    filter: true,
    facet: true,
  })
  languages!: Language[];

  @Bytes({
    about: 'Size of the file in bytes; null where there is no file, or no source says.',
    term: dcat('byteSize'),
    filter: true,
    order: true,
  })
  byteSize!: number | null;

  @FileChecksum({
    about: 'Checksum of the file, by which a download can be checked.',
    term: spdx('checksum'),
    filter: true,
  })
  checksum!: Checksum | null;

  @Text({
    about: 'The smallest time between two values in it, as a duration of ISO 8601 such as P1D for a day.',
    notation: 'duration',
    term: { predicate: dcat('temporalResolution'), object: 'literal', datatype: xsd('duration') },
    filter: true,
    facet: true,
  })
  temporalResolution!: string | null;

  @Texts({
    about: 'The legislation that applies to it, as IRIs of the European Legislation Identifier (ELI).',
    address: 'iri',
    term: { predicate: dcatap('applicableLegislation'), class: eli('LegalResource') },
    filter: true,
    facet: true,
  })
  legislation!: string[];
}
