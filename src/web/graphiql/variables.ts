// The variables of GraphiQL's editor, which takes comments and trailing commas: nobody else does.
import { parse, type ParseError } from 'jsonc-parser';

/** The variables as plain JSON; a text that is none even so stays as it is, for the visitor to mend. */
export function plainJson(variables: string): string {
  const problems: ParseError[] = [];
  const value: unknown = parse(variables, problems, { allowTrailingComma: true, allowEmptyContent: true });
  if (problems.length > 0) return variables;
  return value === undefined ? '' : JSON.stringify(value);
}
