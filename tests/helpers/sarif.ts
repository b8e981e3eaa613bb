/** Structural rules of SARIF 2.1.0 that go beyond its types. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Location, Log, Region } from 'sarif';

/** A rule of the specification is not met; the message names its section. */
const demand = (isMet: boolean, rule: string): void => {
  if (!isMet) throw new Error(`SARIF 2.1.0: ${rule}`);
};

const isPositive = (number: number | undefined): boolean =>
  number === undefined || (Number.isInteger(number) && number > 0);

function checkRegion({ startLine, startColumn }: Region): void {
  demand(startLine !== undefined, '§3.30.1: a region of a text has a startLine.');
  demand(
    isPositive(startLine) && isPositive(startColumn),
    '§3.30.5, §3.30.6: lines and columns begin with 1.',
  );
}

function checkLocation({ physicalLocation }: Location): void {
  const uri = physicalLocation?.artifactLocation?.uri ?? '';
  demand(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(uri), `§3.4.3: ${JSON.stringify(uri)} is no URI reference.`);
  if (physicalLocation?.region) checkRegion(physicalLocation.region);
}

/** @throws Error with the rule that the log does not meet */
export function checkSarif(text: string): Log {
  const log = JSON.parse(text) as Log;
  const { version }: { version: string } = log;
  demand(version === '2.1.0', '§3.13.2: the version is 2.1.0.');
  demand(log.runs.length > 0, '§3.13.4: a log has runs.');
  for (const { tool, results = [], invocations = [] } of log.runs) {
    const rules = (tool.driver.rules ?? []).map(({ id }) => id);
    demand(tool.driver.name !== '', '§3.19.8: the tool has a name.');
    demand(new Set(rules).size === rules.length, '§3.19.23: a rule is described once.');
    for (const { executionSuccessful, toolExecutionNotifications = [] } of invocations) {
      demand(typeof executionSuccessful === 'boolean', '§3.20.14: an invocation says whether it succeeded.');
      for (const { message, locations = [] } of toolExecutionNotifications) {
        demand(message.text !== '', '§3.58.5: a notification has a message.');
        locations.forEach(checkLocation);
      }
    }
    for (const { ruleId, level, message, locations = [] } of results) {
      demand(rules.includes(ruleId ?? ''), `§3.27.5: the rule ${ruleId} of a result is described.`);
      demand(['none', 'note', 'warning', 'error'].includes(level ?? ''), `§3.27.10: ${level} is no level.`);
      demand(message.text !== undefined && message.text !== '', '§3.27.11: a result has a message.');
      locations.forEach(checkLocation);
    }
  }
  return log;
}
