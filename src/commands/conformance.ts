/** `num-gateway conformance` judges an RDF document by a metadata profile. */
import { readFile } from 'node:fs/promises';
import { reasonOf, StartFailed } from '../errors';
import { conformityBesideVocabularies, publicCodes } from '../rdf/profiles/background';
import { conformity } from '../rdf/profiles/check';
import type { Profile } from '../rdf/profiles/profile';
import { contextOf, contextPath } from '../rdf/json-ld-context';
import { publicSchemes } from '../rdf/profiles/public-schemes';
import { profilesOf } from '../rdf/profiles/read-profiles';
import type { Profiles } from '../rdf/profiles/profiles';
import { UnreadableDocument } from '../rdf/reading/document';
import type { JsonLdContextDocument, KnownContexts } from '../rdf/reading/json-ld';
import { load } from '../rdf/reading/load';
import { readDocument } from '../rdf/reading/read-document';
import { asJson, unreadableAsJson } from './conformance/as-json';
import { asSarif, unreadableAsSarif } from './conformance/as-sarif';
import { asText, unreadableAsText } from './conformance/as-text';
import { locatedFindings, type Language } from './conformance/located';

export interface ConformanceOptions {
  /** `name` or `name@release`. */
  profile: string;
  level?: string;
  format: 'text' | 'json' | 'sarif';
  lang: Language;
  /** Judge the document without what public vocabularies say of the codes in it. */
  alone?: boolean;
  /** JSON-LD contexts as `address=file`. */
  context?: string[];
}

const writers = { text: asText, json: asJson, sarif: asSarif };
const writersOfUnreadable = { text: unreadableAsText, json: unreadableAsJson, sarif: unreadableAsSarif };

/** Exit status: 0 it conforms, 1 it does not, 2 it cannot be judged. @param root the folder of the project */
export async function conformanceCommand(
  place: string,
  options: ConformanceOptions,
  root: string,
): Promise<void> {
  const { format, lang, alone = false } = options;
  process.exitCode = 2;
  const profile = named(profilesOf(root), options.profile);
  const level = levelIn(profile, options.level);
  const contexts = withOwn(await contextsIn(options.context ?? []));
  try {
    const { bytes, type, base } = await load(place);
    const document = await readDocument(bytes, { place, base, type, contexts });
    const judged = alone
      ? conformity(document.quads, profile, { level })
      : conformityBesideVocabularies(document.quads, profile, { level, codes: publicCodes(publicSchemes) });
    const findings = locatedFindings(judged.findings, document, profile, lang);
    console.log(writers[format]({ place, lang, format: document.format, judged, findings }));
    process.exitCode = judged.conforms ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    const told = writersOfUnreadable[format]({ place, lang, error });
    if (format === 'text') console.error(told);
    else console.log(told);
  }
}

function named(profiles: Profiles, text: string): Profile {
  const profile = profiles.find(text);
  if (profile) return profile;
  const known = profiles.all.map(({ name, release }) => `${name}@${release}`).join(', ');
  throw new StartFailed(
    `--profile ${text} is not known; it is one of ${known}, or a name alone for its newest release.`,
  );
}

function levelIn({ name, levels }: Profile, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const found = levels.find((level) => level.name === text.toUpperCase().replace(/[- ]/g, '_'));
  if (found) return found.name;
  const known = levels.map((level) => level.name).join(', ');
  throw new StartFailed(
    known === ''
      ? `--level ${text} is not possible: the profile ${name} has no access levels. Leave it out.`
      : `--level ${text} is not known; it is one of ${known}.`,
  );
}

async function contextsIn(given: readonly string[]): Promise<Map<string, JsonLdContextDocument>> {
  const pairs = given.map(async (pair): Promise<[string, JsonLdContextDocument]> => {
    const at = pair.lastIndexOf('=');
    if (at < 1) throw new StartFailed(`--context ${pair} is not usable; it takes ADDRESS=FILE.`);
    const [address, file] = [pair.slice(0, at), pair.slice(at + 1)];
    try {
      return [address, JSON.parse(await readFile(file, 'utf8')) as JsonLdContextDocument];
    } catch (error) {
      throw new StartFailed(`The context ${file} cannot be read: ${reasonOf(error)}`, { cause: error });
    }
  });
  return new Map(await Promise.all(pairs));
}

/** The contexts that are handed in, and that of the gateway, wherever one is served. */
const withOwn = (given: ReadonlyMap<string, JsonLdContextDocument>): KnownContexts => ({
  get: (address) => given.get(address) ?? (address.endsWith(contextPath) ? ownContext() : undefined),
});

/** Made of the declarations, which are loaded for it only. */
async function ownContext(): Promise<JsonLdContextDocument> {
  const { registry } = await import('../open-store.js');
  return { ...contextOf(registry) };
}
