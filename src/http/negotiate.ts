/** The forms in which an address answers, and which of them a request asks for. A further one, such as RDF, is one more renderer in the list of an address. */
import type { IncomingMessage } from 'node:http';
import { jsonTypes, preferredType } from './accept';

/** One form of an answer; what writes it stands beside this in the renderers of each address. */
export interface Renderer {
  /** Its name in `?format=`, and the ending of its files. */
  readonly name: string;
  /** The media types by which `Accept` asks for it. */
  readonly types: readonly string[];
}

export const json: Renderer = { name: 'json', types: jsonTypes };
export const html: Renderer = { name: 'html', types: ['text/html'] };

/** The renderer that a request prefers by its `Accept`, the first where it takes any alike; null where it takes none. */
export function negotiated<R extends Renderer>(
  request: Pick<IncomingMessage, 'headers'>,
  renderers: readonly R[],
): R | null {
  const all = renderers.flatMap(({ types }) => types);
  const preferred = preferredType(request, all);
  return renderers.find(({ types }) => preferred !== null && types.includes(preferred)) ?? null;
}

/** Whether a client rather takes a page than JSON, as a browser that is led to an address does. */
export const prefersPage = (request: Pick<IncomingMessage, 'headers'>): boolean =>
  negotiated(request, [json, html]) === html;
