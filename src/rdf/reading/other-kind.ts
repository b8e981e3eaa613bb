/** What a document is that is no RDF, and what to do with it. */
import type { Label } from '../../vocabulary/label';

export interface OtherKind {
  readonly what: Label;
  readonly how: Label;
}

const elsewhere: Label = {
  de: 'Datei oder Adresse der Metadaten in Turtle, JSON-LD oder RDF/XML angeben.',
  en: 'Give the file or address of the metadata in Turtle, JSON-LD or RDF/XML.',
};

/** @param how by default: to give the RDF instead */
export const kind = (what: Label, how: Label = elsewhere): OtherKind => ({ what, how });
