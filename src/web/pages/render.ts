/** Pages as text. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** The HTML of a page. */
export const htmlOf = (page: VNode): string => `<!doctype html>${render(page)}`;
