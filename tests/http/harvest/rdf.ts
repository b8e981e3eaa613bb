/** Documents as a client gets them: fetched, and read by the parser of their media type. */
import type { Quad } from '@rdfjs/types';
import { Parser, Store } from 'n3';

export const dcat = (name: string): string => `http://www.w3.org/ns/dcat#${name}`;
export const dct = (name: string): string => `http://purl.org/dc/terms/${name}`;
export const fdpo = (name: string): string => `https://w3id.org/fdp/fdp-o#${name}`;
export const foaf = (name: string): string => `http://xmlns.com/foaf/0.1/${name}`;
export const hydra = (name: string): string => `http://www.w3.org/ns/hydra/core#${name}`;
export const ldp = (name: string): string => `http://www.w3.org/ns/ldp#${name}`;
export const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What a document says. */
export class Said {
  private readonly store: Store;

  constructor(readonly quads: readonly Quad[]) {
    this.store = new Store([...quads]);
  }

  objects(subject: string | null, property: string): string[] {
    return this.store.getObjects(subject, property, null).map(({ value }) => value);
  }

  object(subject: string | null, property: string): string | null {
    return this.objects(subject, property)[0] ?? null;
  }

  instances(of: string): string[] {
    return this.store.getSubjects(type, of, null).map(({ value }) => value);
  }

  isA(subject: string, of: string): boolean {
    return this.objects(subject, type).includes(of);
  }
}

export interface Fetched {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function fetched(url: string, headers: Record<string, string> = {}): Promise<Fetched> {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A document in Turtle. @throws Error when there is none */
export async function turtle(url: string, accept = 'text/turtle'): Promise<Said> {
  const { status, headers, text } = await fetched(url, { accept });
  if (status !== 200) throw new Error(`${url} answers ${status}: ${text.slice(0, 300)}`);
  if (!headers.get('content-type')?.startsWith('text/turtle'))
    throw new Error(`${url} answers ${headers.get('content-type')}.`);
  return said(text, url);
}

export const said = (text: string, base: string): Said => new Said(new Parser({ baseIRI: base }).parse(text));
