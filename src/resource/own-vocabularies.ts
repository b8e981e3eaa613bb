/** The controlled vocabularies of the gateway's own, which have addresses: those of its attributes, and that of evidence. */
import type { Registry } from './registry';
import { Completeness } from '../vocabulary/completeness';
import { Confidence } from '../vocabulary/confidence';
import type { ConceptScheme } from '../vocabulary/concept-scheme';
import { getOrMake } from '../maps';

const byRegistry = new WeakMap<Registry, ReadonlyMap<string, ConceptScheme>>();

/** By name. Public vocabularies have addresses elsewhere. */
export const ownVocabularies = (registry: Registry): ReadonlyMap<string, ConceptScheme> =>
  getOrMake(byRegistry, registry, () => {
    const declared = registry.all.flatMap(({ attributes }) =>
      attributes.flatMap(({ scheme, term }) => [
        ...(scheme ? [scheme] : []),
        ...Object.values(term?.parts ?? {}).flatMap((part) => part.scheme ?? []),
      ]),
    );
    const own = [...declared, Confidence, Completeness].filter(({ iri }) => iri === undefined);
    return new Map(own.map((scheme): [string, ConceptScheme] => [scheme.name, scheme]));
  });
