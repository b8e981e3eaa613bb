/** The report as SARIF, which editors and build servers show beside the lines. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Location, Region, ReportingDescriptor, Run } from 'sarif';
import { version } from '../package-version';
import type { LocatedFinding, Report, UnreadableReport } from './located';

const log = (run: Run) =>
  JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    null,
    2,
  );

const tool = (rules: ReportingDescriptor[]): Run['tool'] => ({
  driver: { name: 'num-gateway conformance', semanticVersion: version(), rules },
});

/** A rule is a property with the constraint on it. */
const ruleOf = ({ constraint, property }: LocatedFinding) =>
  property === null ? constraint : `${property}/${constraint}`;

const location = (place: string, region: Region | null, focus: string | null): Location => ({
  physicalLocation: { artifactLocation: { uri: encodeURI(place) }, ...(region && { region }) },
  ...(focus !== null && { logicalLocations: [{ fullyQualifiedName: focus }] }),
});

export function asSarif({ place, findings }: Report): string {
  const rules = [...new Map(findings.map((finding) => [ruleOf(finding), finding])).entries()];
  return log({
    tool: tool(rules.map(([id, { message }]) => ({ id, shortDescription: { text: message } }))),
    invocations: [{ executionSuccessful: true }],
    results: findings.map((finding) => ({
      ruleId: ruleOf(finding),
      level: finding.severity === 'violation' ? 'error' : 'warning',
      message: { text: [finding.message, finding.value, finding.remedy].filter(Boolean).join(' ') },
      locations: [location(place, finding.line === null ? null : { startLine: finding.line }, finding.focus)],
    })),
  });
}

export function unreadableAsSarif({ place, error }: UnreadableReport): string {
  const { line, column } = error.position;
  const region =
    line === undefined ? null : { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return log({
    tool: tool([]),
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: error.message }, locations: [location(place, region, null)] },
        ],
      },
    ],
    results: [],
  });
}
