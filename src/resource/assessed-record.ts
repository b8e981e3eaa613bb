/** The common attributes of resources that are judged by profiles of metadata and FAIR metrics. */
import { MetadataProfile } from '../vocabulary/metadata-profile';
import { CatalogueRecord } from './catalogue-record';
import type { Description } from './description';
import { Count, Terms, Texts } from './decorators';

/** The name of the derivation that judges records. */
export const assessment = 'assessment';

/** Whether records of a class are judged. */
export const isAssessed = ({ attributes }: Pick<Description, 'attributes'>): boolean =>
  attributes.some(({ derivedBy }) => derivedBy === assessment);

/** The base of resources that are judged. */
export abstract class AssessedRecord extends CatalogueRecord {
  @Count({
    about:
      'How FAIR the record is, from 0 to 100: the share of the points of the FAIR metrics that a record alone can reach. `fairAssessment` tells test by test what was read and what to do. Null where it is not judged yet: after large imports, this is done in the background.',
    derivedBy: assessment,
    filter: true,
    order: true,
  })
  fairScore!: number | null;

  @Terms(MetadataProfile, {
    about:
      'The profiles of metadata of which the record violates nothing. `readiness` tells what is missing for the others. Empty as long as `fairScore` is null.',
    derivedBy: assessment,
    filter: true,
    facet: true,
  })
  readyFor!: MetadataProfile[];

  @Texts({
    about:
      'What is missing or wrong for each profile that the record does not conform to: the code of the profile and the path of the property, such as `HEALTHDCAT_AP dcat:contactPoint`. Empty as long as `fairScore` is null.',
    derivedBy: assessment,
    filter: true,
    facet: true,
  })
  missingStatements!: string[];
}
