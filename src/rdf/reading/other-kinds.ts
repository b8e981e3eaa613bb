/** Documents of other kinds that are handed in as RDF: what they are, and where RDF is likely to be found. */
import type { Label } from '../../vocabulary/label';
import { isFhirResource } from './fhir-resource';

export interface OtherKind {
  readonly what: Label;
  readonly how: Label;
}

const elsewhere: Label = {
  de: 'Datei oder Adresse der Metadaten in Turtle, JSON-LD oder RDF/XML angeben.',
  en: 'Give the file or address of the metadata in Turtle, JSON-LD or RDF/XML.',
};

const kind = (what: Label, how: Label = elsewhere): OtherKind => ({ what, how });

/** Elements with which XML of other kinds begins, without their prefix. */
const roots: Readonly<Record<string, OtherKind>> = {
  'OAI-PMH': kind(
    { de: 'eine Antwort von OAI-PMH ohne RDF darin', en: 'an answer of OAI-PMH without RDF in it' },
    {
      de: 'Ein Format mit RDF verlangen, etwa metadataPrefix=dcat_ap oder rdf; ListMetadataFormats nennt die Formate.',
      en: 'Ask for a format with RDF, such as metadataPrefix=dcat_ap or rdf; ListMetadataFormats names them.',
    },
  ),
  sparql: kind(
    { de: 'ein Ergebnis von SPARQL als Tabelle', en: 'a result of SPARQL as a table' },
    { de: 'Mit CONSTRUCT oder DESCRIBE fragen.', en: 'Ask with CONSTRUCT or DESCRIBE.' },
  ),
  rss: kind({ de: 'ein RSS-Feed', en: 'an RSS feed' }),
  feed: kind({ de: 'ein Atom-Feed', en: 'an Atom feed' }),
  urlset: kind(
    { de: 'eine Sitemap', en: 'a sitemap' },
    {
      de: 'Sie als Quelle der Art SITEMAP einlesen, oder eine Adresse daraus angeben.',
      en: 'Harvest it as a source of the kind SITEMAP, or give an address in it.',
    },
  ),
  sitemapindex: kind(
    { de: 'ein Verzeichnis von Sitemaps', en: 'an index of sitemaps' },
    { de: 'Es als Quelle der Art SITEMAP einlesen.', en: 'Harvest it as a source of the kind SITEMAP.' },
  ),
  MD_Metadata: kind({ de: 'ISO 19139', en: 'ISO 19139' }),
  codeBook: kind({ de: 'DDI', en: 'DDI' }),
  resource: kind({ de: 'ein Eintrag von DataCite', en: 'a record of DataCite' }),
  Envelope: kind({ de: 'eine Nachricht in SOAP', en: 'a message of SOAP' }),
  svg: kind({ de: 'ein Bild', en: 'a picture' }),
};

const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Other kinds of documents that are recognised for sure; null for what may be RDF. */
export function otherKind(text: string): OtherKind | null {
  const start = text.slice(0, 100_000).trimStart();
  if (/^<[?!A-Za-z]/.test(start) && !/^<[a-z][\w+.-]*:[^\s<>]*>/i.test(start)) return ofXml(text);
  if (/^[[{]/.test(start)) return ofJson(text);
  if (/^(?:null|true|false|-?\d[\d.]*|"(?:[^"\\\n]|\\.)*")\s*$/.test(start))
    return kind({ de: 'ein einzelner Wert in JSON', en: 'a single value in JSON' });
  return ofText(start);
}

function ofXml(text: string): OtherKind | null {
  // In RDF/XML, this namespace is needed; it may be that of an element further inside.
  if (text.includes(rdfNamespace)) return null;
  const [, name] =
    /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?=[\s/>])/.exec(
      text.replace(/<\?[^]*?\?>|<!--[^]*?-->|<![^>]*>/g, ''),
    ) ?? [];
  if (name === undefined || name === 'RDF') return null;
  return roots[name] ?? kind({ de: `XML mit dem Element ${name}`, en: `XML with the element ${name}` });
}

/** In JSON-LD, a keyword or a context says what names mean; without one, nothing is stated. */
function ofJson(text: string): OtherKind | null {
  if (/["'](?:@\w+)["']/.test(text) || /^\s*[[{]\s*[\]}]\s*$/.test(text)) return null;
  if (!/^\s*\[?\s*\{\s*"[^"]*"\s*:/.test(text)) return null;
  if (/"success"\s*:/.test(text) && /"result"\s*:/.test(text))
    return kind(
      { de: 'eine Antwort der Schnittstelle von CKAN', en: 'an answer of the API of CKAN' },
      {
        de: 'CKAN gibt RDF unter /dataset/NAME.ttl und /catalog.ttl aus.',
        en: 'CKAN gives RDF at /dataset/NAME.ttl and /catalog.ttl.',
      },
    );
  if (/"error"\s*:|"status"\s*:\s*[45]\d\d/.test(text.slice(0, 2000)))
    return kind(
      { de: 'eine Fehlermeldung in JSON', en: 'an error message in JSON' },
      {
        de: 'Prüfen, ob die Adresse stimmt und ohne Anmeldung gelesen werden darf.',
        en: 'Check that the address is right, and may be read without signing in.',
      },
    );
  if (isFhirResource(text))
    return kind(
      { de: 'FHIR in JSON', en: 'FHIR in JSON' },
      { de: 'Als Quelle der Art FHIR einlesen.', en: 'Harvest it as a source of the kind FHIR.' },
    );
  return kind(
    { de: 'JSON ohne „@context“', en: 'JSON without "@context"' },
    {
      de: 'Ohne Kontext sagt kein Name, was er bedeutet: einen „@context“ ergänzen, oder JSON-LD angeben.',
      en: 'Without a context, no name says what it means: add an "@context", or give JSON-LD.',
    },
  );
}

function ofText(start: string): OtherKind | null {
  const [first = '', second = ''] = start.split('\n', 3).map((line) => line.trim());
  for (const sign of [';', '\t', ',']) {
    const cells = first.split(sign);
    const isName = (cell: string) => /^"?[\p{L}_][\p{L}\d _.()-]{0,60}"?$/u.test(cell.trim());
    if (cells.length > 2 && cells.every(isName) && second.split(sign).length >= cells.length)
      return kind(
        { de: 'eine Tabelle (CSV)', en: 'a table (CSV)' },
        {
          de: 'Eine Tabelle wird als Quelle der Art TABLE eingelesen; „num-gateway template“ zeigt die Spalten.',
          en: 'A table is harvested as a source of the kind TABLE; "num-gateway template" shows the columns.',
        },
      );
  }
  if (
    /^(?:---\s*$|[A-Za-z_][\w-]*:(?: +[^<\s]|\s*$))/m.test(first) &&
    /^(?:[ -]+|[A-Za-z_][\w-]*:( |$))/.test(second)
  )
    return kind(
      { de: 'YAML', en: 'YAML' },
      {
        de: 'YAML wie das der Seeds wird als Quelle der Art YAML eingelesen.',
        en: 'YAML as that of the seeds is harvested as a source of the kind YAML.',
      },
    );
  return null;
}
