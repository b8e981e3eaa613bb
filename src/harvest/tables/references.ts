/** What a cell that refers to another record says: a key of ours, an address, or what people call it. */
import type { Description } from '../../resource/description';
import { recordKey, slugPattern } from '../../resource/identity';
import type { Registry } from '../../resource/registry';
import type { Place } from '../finding';
import { Mention } from '../harvested-record';
import { identifierIn } from '../records/identifiers-of';
import { isPerson } from '../records/persons';

interface Referring {
  /** The classes to which it may lead. */
  readonly classes: readonly Description[];
  readonly registry: Registry;
  /** Whether the file has a record with a key. */
  readonly hasHere: (key: string) => boolean;
  readonly at: Place;
}

/** A key as the seeds write it, or what has to be found among the records that are known. */
export function referenceIn(text: string, { classes, registry, hasHere, at }: Referring): string | Mention {
  const [only, ...others] = classes;
  const isSingle = only !== undefined && others.length === 0;
  const of = registry.ofKey(text);
  if (of && classes.includes(of) && slugPattern.test(text.slice(of.path.length + 1)))
    return isSingle ? text.slice(of.path.length + 1) : text;
  if (slugPattern.test(text)) {
    if (isSingle) return text;
    const [here, ...more] = classes.map((each) => recordKey(each, text)).filter(hasHere);
    if (here !== undefined && more.length === 0) return here;
  }
  const isAddress = /^(?:https?:\/\/|urn:)/i.test(text);
  return new Mention({
    iri: isAddress ? text : null,
    classes: classes.map(({ type }) => type),
    names: isAddress ? [] : [{ value: text, language: null }],
    identifiers: [identifierIn(text)].flatMap((one) => one ?? []),
    email: null,
    homepage: null,
    kinds: [],
    at,
    isPerson: isPerson({
      iri: isAddress ? text : null,
      kinds: [],
      names: isAddress ? [] : [text],
      email: null,
    }),
  });
}
