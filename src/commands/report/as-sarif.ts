/** The report as SARIF, which editors and build servers show beside the lines. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Location, Region, ReportingDescriptor, Run } from 'sarif';
import type { Finding, Place } from '../../rdf/finding';
import { shownName } from '../../rdf/shown-term';
import { version } from '../package-version';
import type { Report, UnreadableReport } from './report';

const log = (run: Run) =>
  JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );

const tool = (command: string, rules: ReportingDescriptor[]): Run['tool'] => ({
  driver: { name: `num-gateway ${command}`, semanticVersion: version(), rules },
});

/** A rule of a profile is a property with the constraint on it. */
const ruleOf = ({ id, kind, property }: Finding) =>
  kind === 'shape' && property !== null ? `${shownName(property)}/${id}` : id;

const levels = { ERROR: 'error', WARNING: 'warning', INFO: 'note' } as const;

/** SARIF wants a region only where the line is known. */
const regionOf = ({ line, column }: Pick<Place, 'line' | 'column'>) =>
  line === null ? null : { startLine: line, ...(column !== null && { startColumn: column }) };

const location = (place: string, region: Region | null, focus: string | null): Location => ({
  physicalLocation: { artifactLocation: { uri: encodeURI(place) }, ...(region && { region }) },
  ...(focus !== null && { logicalLocations: [{ fullyQualifiedName: focus }] }),
});

export function asSarif({ command, place, lang, findings }: Report): string {
  const rules = [...new Map(findings.map((finding) => [ruleOf(finding), finding])).entries()];
  return log({
    tool: tool(
      command,
      rules.map(([id, { remedy }]) => ({ id, shortDescription: { text: id }, help: { text: remedy[lang] } })),
    ),
    invocations: [{ executionSuccessful: true }],
    results: findings.map((finding) => ({
      ruleId: ruleOf(finding),
      level: levels[finding.severity],
      message: { text: [finding.message[lang], finding.remedy[lang]].join(' ') },
      locations: [location(place, regionOf(finding.place), finding.subject)],
    })),
  });
}

export function unreadableAsSarif({ command, place, lang, error }: UnreadableReport): string {
  const { line = null, column = null } = error.position;
  return log({
    tool: tool(command, []),
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: error.said[lang] },
            locations: [location(place, regionOf({ line, column }), null)],
          },
        ],
      },
    ],
    results: [],
  });
}
