/** The public vocabularies of which the catalogue knows codes. */
import { AccessRights } from '../../vocabulary/access-rights';
import { AdmsPublisherType } from '../../vocabulary/adms-publisher-type';
import { ChecksumAlgorithm } from '../../vocabulary/checksum-algorithm';
import { CodingSystem } from '../../vocabulary/coding-system';
import type { ConceptScheme } from '../../vocabulary/concept-scheme';
import { Country } from '../../vocabulary/country';
import { DatasetType } from '../../vocabulary/dataset-type';
import { DataTheme } from '../../vocabulary/data-theme';
import { DistributionStatus } from '../../vocabulary/distribution-status';
import { FileType } from '../../vocabulary/file-type';
import { Frequency } from '../../vocabulary/frequency';
import { HealthActivity } from '../../vocabulary/health-activity';
import { HealthCategory } from '../../vocabulary/health-category';
import { HealthPublisherType } from '../../vocabulary/health-publisher-type';
import { HealthStandard } from '../../vocabulary/health-standard';
import { HealthTheme } from '../../vocabulary/health-theme';
import { Language } from '../../vocabulary/language';
import { LegalBasis } from '../../vocabulary/legal-basis';
import { PersonalData } from '../../vocabulary/personal-data';
import { PlannedAvailability } from '../../vocabulary/planned-availability';
import { Purpose } from '../../vocabulary/purpose';

export const publicSchemes: readonly ConceptScheme[] = [
  AccessRights,
  AdmsPublisherType,
  ChecksumAlgorithm,
  CodingSystem,
  Country,
  DatasetType,
  DataTheme,
  DistributionStatus,
  FileType,
  Frequency,
  HealthActivity,
  HealthCategory,
  HealthPublisherType,
  HealthStandard,
  HealthTheme,
  Language,
  LegalBasis,
  PersonalData,
  PlannedAvailability,
  Purpose,
];
