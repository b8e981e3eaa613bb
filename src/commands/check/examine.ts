/** Judges a document by profiles after it was mended, and puts all findings together. */
import { type Finding, findingsOf } from '../../rdf/finding';
import { conformityBesideVocabularies, publicCodes } from '../../rdf/profiles/background';
import { shapeFindings } from '../../rdf/profiles/as-findings';
import type { Profile } from '../../rdf/profiles/profile';
import type { Profiles } from '../../rdf/profiles/profiles';
import { publicSchemes } from '../../rdf/profiles/public-schemes';
import { withColumns } from '../../rdf/repair/columns';
import type { RepairedDocument } from '../../rdf/repair/read-repaired';
import { dcat, healthdcatap, rdf } from '../../vocabulary/namespaces';
import { levelIn, profileNamed } from '../report/options';
import type { Verdict } from '../report/report';

interface Asked {
  readonly profiles: Profiles;
  /** The profiles that were asked for. */
  readonly asked: readonly Profile[] | undefined;
  readonly level: string | undefined;
  /** The address of the document. */
  readonly base: string;
}

interface Examined {
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
}

export function examined(document: RepairedDocument, { profiles, asked, level, base }: Asked): Examined {
  const { quads, lines, broken } = document;
  const nothing = nothingToJudge(document, base);
  const codes = publicCodes(publicSchemes);
  const judged = (asked ?? fitting(document, profiles)).map((profile) => {
    const own = profile.levels.length > 0 ? levelIn(profile, level) : undefined;
    return conformityBesideVocabularies(quads, profile, { level: own, codes });
  });
  const ofShapes = judged
    .flatMap(({ findings, profile }) => shapeFindings(findings, profile, { document: base, lines }))
    // What is said of a record that could not be read whole is not all that its document says.
    .filter(({ subject }) => subject === null || !broken.has(subject));
  const findings = withColumns(
    withoutRepetition([...document.findings, ...nothing, ...ofShapes]),
    document.text,
  );
  return { verdicts: nothing.length > 0 ? [] : judged, findings };
}

const judging = findingsOf('shape', {
  'nothing-to-judge': {
    severity: 'WARNING',
    message: {
      de: 'Das Dokument beschreibt keinen Katalog, Datensatz oder Dienst in DCAT; die Profile hatten nichts zu beurteilen.',
      en: 'The document describes no catalogue, dataset or service in DCAT; the profiles had nothing to judge.',
    },
    remedy: {
      de: 'Die Klasse angeben, etwa a dcat:Dataset, wenn das ein Datensatz sein soll. Datensätze von schema.org werden eingelesen, wie sie sind.',
      en: 'State the class, such as a dcat:Dataset, if this is meant to be a dataset. Datasets of schema.org are harvested as they are.',
    },
  },
});

/** Whatever states nothing that a profile knows, conforms to it; so no verdict is given. */
function nothingToJudge({ quads }: RepairedDocument, base: string): Finding[] {
  const isDcat = quads.some(({ predicate, object }) =>
    predicate.value === rdf('type')
      ? object.value.startsWith(dcat(''))
      : predicate.value.startsWith(dcat('')),
  );
  return isDcat ? [] : [judging('nothing-to-judge', { place: { document: base, line: null, column: null } })];
}

function fitting({ quads }: RepairedDocument, profiles: Profiles): Profile[] {
  const ofHealth = quads.some(({ predicate }) => predicate.value.startsWith(healthdcatap('')));
  return [...(ofHealth ? ['healthdcat-ap'] : []), 'dcat-ap'].map((name) => profileNamed(profiles, name));
}

/** What was said of a value or a property already is not said again, and what several profiles demand is said once. */
function withoutRepetition(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  const keyOf = ({ subject, property, value }: Finding) => [subject, property, value].join('\n');
  for (const finding of findings)
    if (finding.kind !== 'shape' && finding.after === undefined)
      told.add(keyOf(finding.id === 'several-values' ? { ...finding, value: null } : finding));
  return findings.filter((finding) => {
    if (finding.kind !== 'shape') return true;
    const key = `${finding.id}\n${keyOf(finding)}`;
    const isSaid = told.has(key) || (finding.id !== 'min-count' && told.has(keyOf(finding)));
    told.add(key);
    return !isSaid;
  });
}
