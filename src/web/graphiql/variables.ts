// GraphiQL's editor accepts comments and trailing commas in variables; the endpoint does not.
import { parse, type ParseError } from 'jsonc-parser';

/** The variables as plain JSON. Invalid text is returned unchanged, so that the endpoint reports the error. */
export function plainJson(variables: string): string {
  const problems: ParseError[] = [];
  const value: unknown = parse(variables, problems, { allowTrailingComma: true, allowEmptyContent: true });
  if (problems.length > 0) return variables;
  return value === undefined ? '' : JSON.stringify(value);
}
