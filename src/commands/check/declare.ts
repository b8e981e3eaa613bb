/** Declares `num-gateway check` and `num-gateway conformance`, which judge documents, with their options and examples. */
import { Option, type Command, type CommanderError } from 'commander';
import { readConfig } from '../../config';
import type { CheckOptions } from '../check';
import type { ConformanceOptions } from '../conformance';

/** Wrong options are no verdict on a document: who reads only the exit status must not take them for one. */
const refused = ({ exitCode }: CommanderError): never => process.exit(exitCode === 0 ? 0 : 2);

/** Options of both commands. */
const format = (): Option =>
  new Option('--format <format>', 'form of the report').choices(['text', 'json', 'sarif']).default('text');
const language = (): Option =>
  new Option('--lang <tag>', 'language of the report').choices(['de', 'en']).default('en');

export function declareChecks(program: Command): void {
  program
    .command('check')
    .exitOverride(refused)
    .argument('<place>', 'a file or an http(s) address; one in your own network is fetched, too')
    .description(
      'The doctor for broken metadata: mend what leaves no doubt, and say what is wrong, where, and how to mend it.',
    )
    .option(
      '--profile <name...>',
      'dcat-ap, healthdcat-ap, dcat-ap-de or fdp (dcat-ap; healthdcat-ap as well where the document has its terms)',
    )
    .option('--level <level>', "access level of HealthDCAT-AP (that of the document's dct:accessRights)")
    .addOption(format())
    .addOption(language())
    .option('--fixed <file>', 'write the document with what was mended, as Turtle')
    .option('--context <address=file...>', 'a JSON-LD context that the document names; none is fetched')
    .addHelpText(
      'after',
      `
Examples:
  num-gateway check dataset.ttl
  num-gateway check dataset.ttl --lang de --fixed mended.ttl
  num-gateway check https://example.org/catalogue.ttl --profile healthdcat-ap --level NON_PUBLIC
  num-gateway check dataset.jsonld --format sarif > report.sarif

Exit status: 0 no errors, 1 errors, 2 it could not be read.`,
    )
    .action(async (place: string, options: CheckOptions) => {
      const { checkCommand } = await import('../check.js');
      await checkCommand(place, options, readConfig().root);
    });

  program
    .command('conformance')
    .exitOverride(refused)
    .argument('<place>', 'a file or an http(s) address; one in your own network is fetched, too')
    .description(
      'Judge an RDF document by a metadata profile: what is missing or wrong, where, and how to mend it.',
    )
    .option('--profile <name[@release]>', 'dcat-ap, healthdcat-ap, dcat-ap-de or fdp', 'dcat-ap')
    .option('--level <level>', "access level of HealthDCAT-AP (that of the document's dct:accessRights)")
    .addOption(format())
    .addOption(language())
    .option('--context <address=file...>', 'a JSON-LD context that the document names; none is fetched')
    .option('--alone', 'without what public vocabularies say of the codes in the document')
    .addHelpText(
      'after',
      `
Examples:
  num-gateway conformance dataset.ttl
  num-gateway conformance https://example.org/catalogue.ttl --profile healthdcat-ap --level NON_PUBLIC
  num-gateway conformance dataset.jsonld --profile dcat-ap-de --format sarif > report.sarif

Exit status: 0 it conforms, 1 it does not, 2 it could not be read, or there is nothing to judge.`,
    )
    .action(async (place: string, options: ConformanceOptions) => {
      const { conformanceCommand } = await import('../conformance.js');
      await conformanceCommand(place, options, readConfig().root);
    });
}
