/** Whether records of a class are judged. */
import { assessment } from '../../resource/assessed-record';
import type { Description } from '../../resource/description';

export const isAssessed = ({ attributes }: Description): boolean =>
  attributes.some(({ derivedBy }) => derivedBy === assessment);
