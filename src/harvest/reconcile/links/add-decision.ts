/** Adds decisions to LINKS_FILE. What stands in it stays as it is written, comments included. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { Document, isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import { reasonOf, WrongConfiguration } from '../../../errors';
import type { Proposal } from '../proposal';
import type { Decision, DecidedMention } from './decisions';
import { linksYaml } from './links-yaml';

const beginning = ` Decisions of persons on doubtful links; see docs/linking.md. Each says what was mentioned, and which record it is:
   decision: same       it is this record
   decision: different  it is not this record, which is then never proposed again
   decision: new        it is none of the known records`;

/** What of a proposal says which thing was mentioned: the name, with the identifiers or else the address if it has any. */
export function decidedMention({ mention }: Proposal): DecidedMention {
  const { names, iri, identifiers } = mention;
  const isBlank = iri === null || iri.startsWith('_:');
  return {
    name: names[0]?.value ?? null,
    iri: isBlank || identifiers.length > 0 ? null : iri,
    identifiers,
  };
}

/**
 * Adds decisions at the end of the file, or makes the file. It is replaced as a whole, so that nobody reads half of it.
 * @throws WrongConfiguration if it cannot be written, or is no YAML
 */
export async function addDecisions(path: string, decisions: readonly Decision[]): Promise<void> {
  const written = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new WrongConfiguration(`LINKS_FILE="${path}" cannot be read: ${reasonOf(error)}`);
  });
  // Somebody may have edited it since it was read, and not be done.
  if (written !== null) linksYaml(Buffer.from(written), path);
  const document = written === null ? newDocument() : parseDocument(written);
  const links = listIn(document);
  for (const decision of decisions) links.add(document.createNode(plain(decision)));
  const whole = `${path}.${randomUUID()}`;
  try {
    await writeFile(whole, document.toString({ lineWidth: 0 }));
    await rename(whole, path);
  } catch (error) {
    throw new WrongConfiguration(`LINKS_FILE="${path}" cannot be written: ${reasonOf(error)}`);
  }
}

function newDocument(): Document {
  const document = new Document({ links: [] });
  document.commentBefore = beginning;
  return document;
}

function listIn(document: Document): YAMLSeq {
  if (!isMap(document.contents)) document.contents = document.createNode({ links: [] });
  const links = document.get('links', true);
  if (isSeq(links)) {
    // An empty list in brackets would grow on one line.
    links.flow = false;
    return links;
  }
  const list = new YAMLSeq();
  document.set('links', list);
  return list;
}

function plain({
  mention: { name, iri, identifiers },
  source,
  verdict,
  by,
  on,
  note,
}: Decision): Record<string, unknown> {
  const words = { SAME: 'same', NOT_SAME: 'different', NEW: 'new' } as const;
  return {
    mention: {
      ...(name !== null && { name }),
      ...(iri !== null && { iri }),
      ...(identifiers.length > 0 && {
        identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })),
      }),
    },
    ...(source !== null && { source }),
    decision: words[verdict.decision],
    ...('key' in verdict && { record: verdict.key }),
    by,
    on,
    ...(note !== null && { note }),
  };
}
