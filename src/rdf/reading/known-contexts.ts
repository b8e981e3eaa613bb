/** The JSON-LD contexts that are known without being fetched: that of a gateway such as this one, and that of schema.org. */
import type { Registry } from '../../resource/registry';
import { contextOf } from '../json-ld-context';
import type { JsonLdContextDocument } from './json-ld';

/** What documents of any gateway call their context, after the address of the gateway. */
const ownContext = '/contexts/dcat-ap.jsonld';
/** Texts and addresses are told apart by schema.org's own context; without it, all values are texts. */
const schemaOrg = { '@context': { '@vocab': 'http://schema.org/', schema: 'http://schema.org/' } };

class KnownContexts extends Map<string, JsonLdContextDocument> {
  constructor(private readonly own: JsonLdContextDocument) {
    super();
  }

  override get(address: string): JsonLdContextDocument | undefined {
    if (/^https?:\/\/(?:www\.)?schema\.org\/?(?:docs\/jsonldcontext\.json(?:ld)?)?$/.test(address))
      return schemaOrg;
    return address.endsWith(ownContext) ? this.own : super.get(address);
  }
}

export const knownContexts = (registry: Registry): ReadonlyMap<string, JsonLdContextDocument> =>
  new KnownContexts({ ...contextOf(registry) });
