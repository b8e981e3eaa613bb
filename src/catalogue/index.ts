/** The classes of the catalogue. A new class is declared in its own file and listed here. */
import type { RecordClass } from '../resource/description';
import { Award } from './award';
import { Conformance } from './conformance';
import { Contact } from './contact';
import { DataCatalogue } from './data-catalogue';
import { DataTable } from './data-table';
import { Dataset } from './dataset';
import { Distribution } from './distribution';
import { ExternalSource } from './external-source';
import { FundingPeriod } from './funding-period';
import { Infrastructure } from './infrastructure';
import { Institution } from './institution';
import { Involvement } from './involvement';
import { Participation } from './participation';
import { PolicyStatement } from './policy-statement';
import { Project } from './project';
import { Provision } from './provision';
import { Publication } from './publication';
import { Relation } from './relation';
import { ResearchCategory } from './research-category';
import { Service } from './service';
import { Software } from './software';
import { Standard } from './standard';
import { StrategicGoal } from './strategic-goal';
import { Usage } from './usage';
import { Variable } from './variable';

export const catalogue: readonly RecordClass[] = [
  Institution,
  Infrastructure,
  FundingPeriod,
  Project,
  Dataset,
  Distribution,
  DataTable,
  Variable,
  Service,
  Standard,
  Publication,
  Software,
  ExternalSource,
  Contact,
  StrategicGoal,
  ResearchCategory,
  PolicyStatement,
  DataCatalogue,
  Participation,
  Involvement,
  Usage,
  Award,
  Provision,
  Conformance,
  Relation,
];
