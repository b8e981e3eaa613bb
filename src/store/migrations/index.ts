/** All migrations, oldest first. They are run at start, in one transaction. */
import { CreateSources1795333800000 } from './1795333800000-create-sources';
import { CreateOrganisations1795333800001 } from './1795333800001-create-organisations';
import { CreateOffers1795333800002 } from './1795333800002-create-offers';
import { CreateLinks1795333800003 } from './1795333800003-create-links';
import { IndexLists1795333800004 } from './1795333800004-index-lists';
import { AddCompleteness1795341600000 } from './1795341600000-add-completeness';
import { IndexDays1795343900000 } from './1795343900000-index-days';
import { IndexOrders1795355100243 } from './1795355100243-index-orders';
import { IndexFacets1795886110137 } from './1795886110137-index-facets';
import { IndexStatedValues1795957200000 } from './1795957200000-index-stated-values';
import { AddOrigins1795957695006 } from './1795957695006-add-origins';
import { OneFormOfTexts1795960500000 } from './1795960500000-one-form-of-texts';
import { AddClassVersions1795974600000 } from './1795974600000-add-class-versions';
import { OneWordForDates1795978000000 } from './1795978000000-one-word-for-dates';
import { StateByOrigin1796000991000 } from './1796000991000-state-by-origin';
import { IndexFilters1796001900000 } from './1796001900000-index-filters';
import { AddHolding1796029200000 } from './1796029200000-add-holding';
import { DescribeServicesAndStandards1796031000000 } from './1796031000000-describe-services-and-standards';
import { AddPolicyStatements1796032000000 } from './1796032000000-add-policy-statements';
import { QualifyAmounts1796034000000 } from './1796034000000-qualify-amounts';
import { CodesForStates1796034100000 } from './1796034100000-codes-for-states';
import { AddPublications1796035000000 } from './1796035000000-add-publications';
import { AddCatalogues1796037000000 } from './1796037000000-add-catalogues';
import { DescribeHealthData1796048247567 } from './1796048247567-describe-health-data';
import { CodesForHealthCategories1796048300000 } from './1796048300000-codes-for-health-categories';
import { AddAssessment1796049000000 } from './1796049000000-add-assessment';
import { AddHarvests1796107000001 } from './1796107000001-add-harvests';
import { IndexTimesOfStatements1796108000001 } from './1796108000001-index-times-of-statements';
import { DescribeMoreOfHealthData1796109000000 } from './1796109000000-describe-more-of-health-data';

export const migrations = [
  CreateSources1795333800000,
  CreateOrganisations1795333800001,
  CreateOffers1795333800002,
  CreateLinks1795333800003,
  IndexLists1795333800004,
  AddCompleteness1795341600000,
  IndexDays1795343900000,
  IndexOrders1795355100243,
  IndexFacets1795886110137,
  IndexStatedValues1795957200000,
  AddOrigins1795957695006,
  OneFormOfTexts1795960500000,
  AddClassVersions1795974600000,
  OneWordForDates1795978000000,
  StateByOrigin1796000991000,
  IndexFilters1796001900000,
  AddHolding1796029200000,
  DescribeServicesAndStandards1796031000000,
  AddPolicyStatements1796032000000,
  QualifyAmounts1796034000000,
  CodesForStates1796034100000,
  AddPublications1796035000000,
  AddCatalogues1796037000000,
  DescribeHealthData1796048247567,
  CodesForHealthCategories1796048300000,
  AddAssessment1796049000000,
  AddHarvests1796107000001,
  IndexTimesOfStatements1796108000001,
  DescribeMoreOfHealthData1796109000000,
];
