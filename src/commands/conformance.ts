/** `num-gateway conformance` judges an RDF document by a metadata profile as it stands: nothing is mended before. */
import { conformityBesideVocabularies, publicCodes } from '../rdf/profiles/background';
import { shapeFindings } from '../rdf/profiles/as-findings';
import { conformity, isAbout } from '../rdf/profiles/check';
import type { Profile } from '../rdf/profiles/profile';
import { publicSchemes } from '../rdf/profiles/public-schemes';
import { profilesOf } from '../rdf/profiles/read-profiles';
import { UnjudgedDocument, UnreadableDocument } from '../rdf/reading/document';
import { load } from '../rdf/reading/load';
import { readDocument } from '../rdf/reading/read-document';
import { contextsIn, levelIn, profileNamed } from './report/options';
import { recordsOf, sorted } from './report/records';
import type { Language, ReportFormat } from './report/report';
import { writeReport, writeUnreadable } from './report/write';

export interface ConformanceOptions {
  /** `name` or `name@release`. */
  profile: string;
  level?: string;
  format: ReportFormat;
  lang: Language;
  /** Judge the document without what public vocabularies say of the codes in it. */
  alone?: boolean;
  /** JSON-LD contexts as `address=file`. */
  context?: string[];
}

/** Exit status: 0 it conforms, 1 it does not, 2 it cannot be judged. @param root the folder of the project */
export async function conformanceCommand(
  place: string,
  options: ConformanceOptions,
  root: string,
): Promise<void> {
  const { format, lang, alone = false } = options;
  const command = 'conformance';
  process.exitCode = 2;
  const profile = profileNamed(profilesOf(root), options.profile);
  const level = levelIn(profile, options.level);
  const contexts = await contextsIn(options.context ?? []);
  try {
    const { bytes, type, base } = await load(place);
    const { quads, lines, format: syntax } = await readDocument(bytes, { place, base, type, contexts });
    const judged = alone
      ? conformity(quads, profile, { level })
      : conformityBesideVocabularies(quads, profile, { level, codes: publicCodes(publicSchemes) });
    if (judged.findings.length === 0 && !isAbout(quads, profile)) throw nothingToJudge(profile, quads.length);
    const found = shapeFindings(judged.findings, profile, { document: base, lines });
    const records = recordsOf(quads, lang);
    const findings = sorted(found, records.recordOf);
    const report = {
      command,
      place,
      lang,
      format: syntax,
      statements: quads.length,
      verdicts: [judged],
      findings,
      ...records,
    } as const;
    writeReport(report, format);
    process.exitCode = judged.conforms ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    writeUnreadable({ command, place, lang, error }, format);
  }
}

/** That nothing is wrong with nothing would be taken for a pass. */
const nothingToJudge = ({ title }: Profile, statements: number): UnjudgedDocument =>
  statements === 0
    ? new UnjudgedDocument({
        de: 'Das Dokument sagt nichts aus. Prüfen, ob es vollständig gespeichert oder abgerufen wurde.',
        en: 'The document states nothing. Check whether it was saved or fetched completely.',
      })
    : new UnjudgedDocument({
        de: `Für nichts, was darin beschrieben ist, hat ${title.de} Regeln. Die Klassen (rdf:type) prüfen, etwa dcat:Dataset, oder ein anderes Profil angeben.`,
        en: `${title.en} has rules for nothing that it describes. Check the classes (rdf:type), such as dcat:Dataset, or name another profile.`,
      });
