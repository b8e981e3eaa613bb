/** `num-gateway check` is the doctor for broken metadata: it reads what can be read, mends what leaves no doubt, and says what is to be done. */
import { StartFailed } from '../errors';
import { UnreadableDocument } from '../rdf/reading/document';
import { load } from '../rdf/reading/load';
import { profilesOf } from '../rdf/profiles/read-profiles';
import { readRepaired } from '../rdf/repair/read-repaired';
import { checkedRecords, kindOfRecords } from './check/records';
import { examined } from './check/examine';
import { writeFixed } from './check/write-fixed';
import { contextsIn, levelIn, profileNamed } from './report/options';
import { recordsOf, sorted } from './report/records';
import { countsOf, type Language, type ReportFormat } from './report/report';
import { words } from './report/words';
import { writeReport, writeUnreadable } from './report/write';

export interface CheckOptions {
  /** Each `name` or `name@release`; without any, DCAT-AP, and HealthDCAT-AP where the document has terms of it. */
  profile?: string[];
  level?: string;
  format: ReportFormat;
  lang: Language;
  /** JSON-LD contexts as `address=file`. */
  context?: string[];
  /** The file for the document with what was mended. */
  fixed?: string;
}

/** Exit status: 0 no error, 1 errors, 2 it cannot be read. @param root the folder of the project */
export async function checkCommand(place: string, options: CheckOptions, root: string): Promise<void> {
  const { format, lang } = options;
  const command = 'check';
  process.exitCode = 2;
  const profiles = profilesOf(root);
  const asked = options.profile?.map((name) => profileNamed(profiles, name));
  for (const profile of asked ?? [profileNamed(profiles, 'healthdcat-ap')])
    if (profile.levels.length > 0 || asked?.length === 1) levelIn(profile, options.level);
  const contexts = await contextsIn(options.context ?? []);
  try {
    const loaded = await load(place);
    const { bytes, type, base } = loaded;
    const kind = kindOfRecords(loaded);
    if (kind !== null) {
      refuseForRdf(options);
      const { report, status } = await checkedRecords(loaded, kind, { place, lang });
      writeReport(report, format);
      process.exitCode = status;
      return;
    }
    const document = await readRepaired(bytes, { place, base, type, contexts });
    const { verdicts, findings } = examined(document, { profiles, asked, level: options.level, base });
    const records = recordsOf(document.quads, lang);
    const report = {
      command,
      place,
      lang,
      format: document.format,
      statements: document.quads.length,
      verdicts,
      findings: sorted(findings, records.recordOf),
      ...records,
    } as const;
    if (options.fixed !== undefined) await writeFixed(options.fixed, document);
    writeReport(report, format);
    if (options.fixed !== undefined)
      console.error(words[lang].written(options.fixed, document.leftOut.length));
    process.exitCode = countsOf(findings).errors > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    writeUnreadable({ command, place, lang, error }, format);
  }
}

/** What is mended of RDF is written as RDF, and profiles judge RDF. @throws StartFailed */
function refuseForRdf({ fixed, profile, level }: CheckOptions): void {
  const given = { fixed, profile, level };
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) throw new StartFailed(`--${name} is for RDF, and this is none. Leave it out.`);
}
