/** Colours of a report: only on terminals that have them, and not where NO_COLOR asks for none (https://no-color.org). */
import { styleText } from 'node:util';

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'cyan';

export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

/** @param stream where the report goes; only terminals know of colours */
export const paintFor = (stream: { hasColors?: () => boolean }): Paint =>
  stream.hasColors?.() ? (style, text) => styleText(style, text) : plain;
