/** The JSON-LD contexts that are known without being fetched: that of a gateway such as this one, and those that many documents name. */
import type { Registry } from '../../resource/registry';
import { contextOf, contextPath } from '../json-ld-context';
import type { JsonLdContextDocument } from './json-ld';
import { publicContext } from './public-contexts';

class KnownContexts extends Map<string, JsonLdContextDocument> {
  constructor(private readonly own: JsonLdContextDocument) {
    super();
  }

  override get(address: string): JsonLdContextDocument | undefined {
    // Documents of any gateway name their context after the address of that gateway.
    return address.endsWith(contextPath) ? this.own : (super.get(address) ?? publicContext(address));
  }
}

export const knownContexts = (registry: Registry): ReadonlyMap<string, JsonLdContextDocument> =>
  new KnownContexts({ ...contextOf(registry) });
