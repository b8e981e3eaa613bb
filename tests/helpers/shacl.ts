/** The official SHACL files beside the project, and a validator of others that judges by them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetCore, Quad, Term } from '@rdfjs/types';
import { DataFactory, Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const folder = join(__dirname, '../../../shared');

/** Tests that need the official files are skipped where these are missing. */
const official = existsSync(join(folder, 'standards'));

/** `describe`, or a skipped one that says why. */
export const describeOfficial = (name: string, tests: () => void): void => {
  if (official) describe(name, tests);
  else describe.skip(`${name} (the official files are not beside the project)`, tests);
};

/** The path of an official file. */
export const officialFile = (path: string): string => join(folder, path);

/** Two files of FAIR Data Point use this prefix without declaring it. */
const forgotten = '@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .\n';

const imports = 'http://www.w3.org/2002/07/owl#imports';

/** The statements of an official Turtle file; nothing that it imports is fetched. */
export function officialQuads(path: string): Quad[] {
  const parser = new Parser({ baseIRI: 'urn:official#' });
  return parser
    .parse(forgotten + readFileSync(officialFile(path), 'utf8'))
    .filter(({ predicate }) => predicate.value !== imports);
}

/** A result of a SHACL validator. */
export interface ShaclResult {
  focus: Term | null;
  path: string | null;
  value: Term | null;
  severity: 'violation' | 'warning';
  /** Such as `MinCount`. */
  component: string;
}

/** By itself it judges a node by a shape fifty times at most. */
const everyNode = { maxNodeChecks: 0 } as ConstructorParameters<typeof SHACLValidator>[1];

const validators = new Map<string, SHACLValidator>();

/**
 * What the validator says of a document by shapes files that make one shapes graph.
 * @param files paths below the folder of official files
 */
export async function shaclResults(quads: Iterable<Quad>, files: readonly string[]): Promise<ShaclResult[]> {
  const id = files.join('\n');
  const validator =
    validators.get(id) ?? new SHACLValidator(new Store(files.flatMap(officialQuads)), everyNode);
  validators.set(id, validator);
  const { results } = await validator.validate(new Store([...quads]));
  return results.map((result) => ({
    focus: stated(result.focusNode),
    path: pathText(stated(result.path), result.dataset),
    value: stated(result.value),
    severity: result.severity.value.endsWith('#Violation') ? 'violation' : 'warning',
    component: result.sourceConstraintComponent.value.replace(/^.*#|ConstraintComponent$/g, ''),
  }));
}

/** The types of the validator do not say that a path or value may be missing. */
const stated = (term: Term | null): Term | null => term;

const sh = (local: string) => DataFactory.namedNode(`http://www.w3.org/ns/shacl#${local}`);
const rdf = (local: string) => DataFactory.namedNode(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${local}`);

/** A path as SPARQL writes it. */
function pathText(path: Term | null, report: DatasetCore): string | null {
  if (!path || path.termType === 'NamedNode') return path?.value ?? null;
  const value = (node: Term, property: Term) => [...report.match(node, property)][0]?.object ?? null;
  const inverse = value(path, sh('inversePath'));
  if (inverse) return `^<${inverse.value}>`;
  const choices: string[] = [];
  for (let rest = value(path, sh('alternativePath')); rest; rest = value(rest, rdf('rest'))) {
    const choice = value(rest, rdf('first'));
    if (choice) choices.push(`<${choice.value}>`);
  }
  return choices.join('|');
}
