/** Writes a report in the form that is asked for. */
import { asJson, unreadableAsJson } from './as-json';
import { asSarif, unreadableAsSarif } from './as-sarif';
import { asText, unreadableAsText } from './as-text';
import { paintFor } from './colours';
import type { Report, ReportFormat, UnreadableReport } from './report';

const forPeople = (report: Report) => asText(report, paintFor(process.stdout));
const writers = { text: forPeople, json: asJson, sarif: asSarif };
const writersOfUnreadable = { text: unreadableAsText, json: unreadableAsJson, sarif: unreadableAsSarif };

export const writeReport = (report: Report, format: ReportFormat): void =>
  console.log(writers[format](report));

/** For people it is an error; programs read the report where they always do. */
export function writeUnreadable(report: UnreadableReport, format: ReportFormat): void {
  const told = writersOfUnreadable[format](report);
  if (format === 'text') console.error(told);
  else console.log(told);
}
