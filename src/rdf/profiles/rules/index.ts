/** The rules by which documents differ between profiles. What they write is data of the profile; its settings say which of them do anything. */
import { dcat } from '../../../vocabulary/namespaces';
import { describeAgents } from './agents';
import type { Face, Rule } from './face';
import { applyLegislation } from './legislation';
import { stateLicences } from './licences';
import { onlyDataset } from './only-dataset';
import { renamePersonalData } from './personal-data';
import { oneName } from './single-names';
import { listedStandards } from './standards';
import { addThemes } from './themes';

const ofDatasets: readonly Rule[] = [
  applyLegislation,
  addThemes,
  listedStandards,
  renamePersonalData,
  stateLicences,
  onlyDataset,
];

/** Brings the document of a record into the form of a profile. */
export function inProfile(face: Face): void {
  describeAgents(face);
  oneName(face);
  if (face.whole.description.term === dcat('Dataset')) for (const rule of ofDatasets) rule(face);
}
