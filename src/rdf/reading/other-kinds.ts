/** Documents of other kinds that are handed in as RDF: what they are, and where RDF is likely to be found. */
import { jsonKind, ofDataCite } from './json-kinds';
import { kind, type OtherKind } from './other-kind';

const ofIso = kind(
  { de: 'ein Eintrag nach ISO 19139', en: 'a record of ISO 19139' },
  {
    de: 'Den Katalog um RDF bitten, etwa mit CSW und outputSchema=http://www.w3.org/ns/dcat#.',
    en: 'Ask the catalogue for RDF, such as by CSW with outputSchema=http://www.w3.org/ns/dcat#.',
  },
);

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
  MD_Metadata: ofIso,
  GetRecordsResponse: ofIso,
  GetRecordByIdResponse: ofIso,
  codeBook: kind(
    { de: 'DDI', en: 'DDI' },
    {
      de: 'Dataverse gibt dasselbe als JSON-LD aus: /api/datasets/export?exporter=schema.org&persistentId=DOI.',
      en: 'Dataverse gives the same as JSON-LD: /api/datasets/export?exporter=schema.org&persistentId=DOI.',
    },
  ),
  resource: ofDataCite,
  TriX: kind({ de: 'TriX', en: 'TriX' }),
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
  const [, code] = name === 'OAI-PMH' ? (/<error\s+code="(\w{1,40})"/.exec(text) ?? []) : [];
  if (code !== undefined) return errorOfOai(code);
  return roots[name] ?? kind({ de: `XML mit dem Element ${name}`, en: `XML with the element ${name}` });
}

const errorOfOai = (code: string): OtherKind =>
  kind(
    { de: `eine Fehlermeldung von OAI-PMH (${code})`, en: `an error of OAI-PMH (${code})` },
    {
      de: 'Verb und Argumente der Adresse prüfen, etwa ?verb=ListRecords&metadataPrefix=dcat_ap; ListMetadataFormats nennt die Formate.',
      en: 'Check the verb and the arguments of the address, such as ?verb=ListRecords&metadataPrefix=dcat_ap; ListMetadataFormats names the formats.',
    },
  );

/** In JSON-LD, a keyword or a context says what names mean; without one, nothing is stated. */
function ofJson(text: string): OtherKind | null {
  if (/["'](?:@\w+)["']/.test(text) || /^\s*[[{]\s*[\]}]\s*$/.test(text)) return null;
  if (!/^\s*\[?\s*\{\s*"[^"]*"\s*:/.test(text)) return null;
  const known = jsonKind(text);
  if (known !== null) return known;
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
    const isName = (cell: string) => /^"?[\p{L}_][\p{L}\d _.()*[\]-]{0,80}"?$/u.test(cell.trim());
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
