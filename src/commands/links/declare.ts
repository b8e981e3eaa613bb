/** The commands of `num-gateway links` with their options; what they do is loaded when one is run. */
import type { Command } from 'commander';
import { readConfig } from '../../config';
import type { DecideOptions, ListOptions } from './links';

const examples = `
Examples:
  num-gateway links list                       what harvests could not link for sure
  num-gateway links list --source rki --json   the same of one source, for programs
  num-gateway links review                     decide one after the other on a terminal
  num-gateway links confirm 3f2a institutions/zi --note "asked them"
  num-gateway links refuse 3f2a                none of the candidates; they are never proposed again
  num-gateway links new 3f2a                   none of the known records
  num-gateway links list --decided             who decided what

An id may be shortened. Decisions are written into LINKS_FILE (links.yaml beside SOURCES_FILE), to be reviewed and kept
like the seeds; the next harvest links by them. docs/linking.md says how it is decided what is sure.
Exit status: 0 done, 1 refused or wrongly asked.`;

/** Adds the commands. */
export function declareLinks(program: Command): void {
  const links = program
    .command('links')
    .description('Decide on what harvests could not link for sure.')
    .addHelpText('after', examples);

  links
    .command('list')
    .description('Show what waits for a decision: what was mentioned, the candidates with scores, and why.')
    .option('--source <name>', 'only of this source')
    .option('--decided', 'show the decisions that were taken instead')
    .option('--json', 'for programs')
    .action(async (options: ListOptions) => {
      const { listLinks } = await import('./links.js');
      await listLinks(options, readConfig());
    });

  deciding(links.command('review'))
    .description('Decide one after the other, on a terminal.')
    .option('--source <name>', 'only of this source')
    .action(async (options: DecideOptions & { source?: string }) => {
      const { reviewLinks } = await import('./review.js');
      await reviewLinks(options, readConfig());
    });

  deciding(links.command('confirm'))
    .argument('<id>', 'of the proposal, or its beginning')
    .argument('[record]', 'which record it is, such as institutions/marburg (the only candidate)')
    .description('It is this record.')
    .action(async (id: string, record: string | undefined, options: DecideOptions) => {
      const { confirmLink } = await import('./links.js');
      await confirmLink(id, record, options, readConfig());
    });

  deciding(links.command('refuse'))
    .argument('<id>', 'of the proposal, or its beginning')
    .argument('[records...]', 'which candidates it is not (all)')
    .description('It is not these records; they are never proposed for it again.')
    .action(async (id: string, records: string[], options: DecideOptions) => {
      const { refuseLink } = await import('./links.js');
      await refuseLink(id, records, options, readConfig());
    });

  deciding(links.command('new'))
    .argument('<id>', 'of the proposal, or its beginning')
    .description('It is none of the known records, and becomes one of its own.')
    .action(async (id: string, options: DecideOptions) => {
      const { newLink } = await import('./links.js');
      await newLink(id, options, readConfig());
    });
}

const deciding = (command: Command): Command =>
  command
    .option('--by <name>', 'who decides (the name of the user at this machine)')
    .option('--note <text>', 'why')
    .option('--every-source', 'for all sources that mention it, not only this one');
