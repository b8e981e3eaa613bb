/** What a document depends on beside the record. */
import type { Registry } from '../resource/registry';
import type { Profile } from './profiles/profile';

export interface RdfContext {
  /** Base of the web addresses of records. */
  readonly publicUrl: string;
  readonly registry: Registry;
  /** The profile that the document follows; without one, DCAT-AP. */
  readonly profile?: Profile;
  /** Whether evidence is stated: who says so, in which words. */
  readonly evidence: boolean;
  /** Whether the FAIR score of records that are judged is stated, as a quality measurement. Default: false. */
  readonly quality?: boolean;
}
