/** What `--help` of a command shows below its options: examples, and what its exit status says. Commands with a file of their own have theirs there. */
import type { Command } from 'commander';

const doneOrNot = 'Exit status: 0 done, 1 not: the reason is printed.';

const examples: Readonly<Record<string, readonly string[]>> = {
  serve: [
    '  num-gateway serve                                   the catalogue, on http://127.0.0.1:4000',
    '  num-gateway serve --port 8080 --read-only',
    '  num-gateway serve --supergraph supergraph.graphql   what others composed, without the catalogue',
    '',
    'Exit status: 0 ended by SIGTERM or SIGINT, 1 it could not start.',
  ],
  seed: [
    '  num-gateway seed --dry-run   what would be created, updated and withdrawn',
    '  num-gateway seed',
    '',
    doneOrNot,
  ],
  migrate: [
    '  num-gateway migrate',
    '  DATABASE_URL=postgres://num@db/catalogue num-gateway migrate',
    '',
    doneOrNot,
  ],
  backup: ['  num-gateway backup catalogue.backup.gz', '', doneOrNot],
  restore: [
    '  num-gateway restore catalogue.backup.gz           into an empty database',
    '  num-gateway restore catalogue.backup.gz --force   in the place of what is there',
    '',
    doneOrNot,
  ],
  export: [
    '  num-gateway export --format turtle --out catalogue.ttl',
    '  num-gateway export --format n-quads --type dataset distribution --evidence',
    '  num-gateway export --format rdf-xml --profile healthdcat-ap --out health.rdf',
    '',
    'Exit status: 0 all is written, 1 nothing is, 2 something was left out, which it says.',
  ],
  schema: [
    '  num-gateway schema',
    '  num-gateway schema --check',
    '',
    'Exit status: 0 the files are as declared, 1 one differs (--check) or cannot be written.',
  ],
  check: [
    '  num-gateway subgraph check biobank.graphql --with subgraphs.yaml --name biobank',
    '  num-gateway subgraph check https://biobank.example.org/graphql --header "Authorization: Bearer …"',
    '',
    'Exit status: 0 it can be linked in, 1 it cannot.',
  ],
  explain: [
    "  num-gateway explain '{ datasets(first: 5) { nodes { name } } }'",
    '  num-gateway explain "query Q($s: String!) { datasets(search: $s) { totalCount } }" --variables \'{"s": "sepsis"}\'',
    '',
    doneOrNot,
  ],
  migration: ['  num-gateway migration AddBiobank', '', doneOrNot],
};

/** Adds the examples to these commands: those of the program itself that have no file of their own, and `subgraph check`. */
export function addExamples(commands: readonly Command[]): void {
  for (const command of commands) {
    const lines = examples[command.name()];
    if (lines) command.addHelpText('after', ['', 'Examples:', ...lines].join('\n'));
  }
}
