/** Content negotiation: the representations of an address and which one a request gets. A new one, such as RDF, is a further renderer. */
import type { IncomingMessage } from 'node:http';
import { jsonTypes, preferredType } from './accept';

/** A representation. Each address has a list of renderers that extend this. */
export interface Renderer {
  /** Its name in `?format=`, and its file extension. */
  readonly name: string;
  /** The media types that select it in `Accept`. */
  readonly types: readonly string[];
}

export const json: Renderer = { name: 'json', types: jsonTypes };
const html: Renderer = { name: 'html', types: ['text/html'] };

/** The renderer that `Accept` prefers, or the first without a preference; null if none is accepted. */
export function negotiated<R extends Renderer>(
  request: Pick<IncomingMessage, 'headers'>,
  renderers: readonly R[],
): R | null {
  const all = renderers.flatMap(({ types }) => types);
  const preferred = preferredType(request, all);
  return renderers.find(({ types }) => preferred !== null && types.includes(preferred)) ?? null;
}

/** Whether a client prefers HTML to JSON, as a browser does when it navigates. */
export const prefersPage = (request: Pick<IncomingMessage, 'headers'>): boolean =>
  negotiated(request, [json, html]) === html;
