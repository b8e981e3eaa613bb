/** Findings of what is mended in the text of a document. */
import { findingsOf } from '../../finding';
import { textRepairs } from './texts';

export const finding = findingsOf('repair', textRepairs);
