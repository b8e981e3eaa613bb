/** The one line: loaded before the registry is made, the catalogue has biobanks everywhere. */
import { catalogue } from '../../src/catalogue';
import type { RecordClass } from '../../src/resource/description';
import { Biobank } from './biobank';

(catalogue as RecordClass[]).push(Biobank);
