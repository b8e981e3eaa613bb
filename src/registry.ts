/** The declared classes of the catalogue. */
import { catalogue } from './catalogue';
import { Registry } from './resource/registry';

export const registry = new Registry(catalogue);
