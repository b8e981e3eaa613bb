/** The report for programs. */
import type { Report, UnreadableReport } from './located';

const shown = (value: unknown) => JSON.stringify(value, null, 2);

export function asJson({ place, format, judged, findings }: Report): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return shown({
    document: place,
    format,
    profile: judged.profile.name,
    release: judged.profile.release,
    level: judged.level,
    conforms: judged.conforms,
    violations: count('violation'),
    warnings: count('warning'),
    findings,
  });
}

export const unreadableAsJson = ({ place, error }: UnreadableReport): string =>
  shown({
    document: place,
    conforms: null,
    error: {
      message: error.message,
      line: error.position.line ?? null,
      column: error.position.column ?? null,
    },
  });
