/** Names of classes, properties and values: IRIs with the usual prefixes. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  csvw: 'http://www.w3.org/ns/csvw#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  dqv: 'http://www.w3.org/ns/dqv#',
  eli: 'http://data.europa.eu/eli/ontology#',
  'fdp-o': 'https://w3id.org/fdp/fdp-o#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geodcatap: 'http://data.europa.eu/930/',
  healthdcatap: 'http://healthdataportal.eu/ns/health#',
  ldp: 'http://www.w3.org/ns/ldp#',
  locn: 'http://www.w3.org/ns/locn#',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const longestFirst = Object.entries(prefixes).sort(([, a], [, b]) => b.length - a.length);

/** An IRI with its prefix, or as it is. */
export function nameOf(iri) {
  for (const [prefix, namespace] of longestFirst)
    if (iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length)))
      return `${prefix}:${iri.slice(namespace.length)}`;
  return iri;
}

/** A value: the name of an IRI, or a literal as in Turtle. */
export function valueOf(term) {
  if (term.termType === 'NamedNode') return nameOf(term.value);
  const quoted = JSON.stringify(term.value);
  if (term.language) return `${quoted}@${term.language}`;
  return term.datatype.value.endsWith('#string') ? quoted : `${quoted}^^${nameOf(term.datatype.value)}`;
}

/** The prefixes that occur in the texts of a value. */
export function usedPrefixes(value, all) {
  const text = JSON.stringify(value);
  return Object.fromEntries(
    Object.entries(all).filter(([prefix]) => new RegExp(`(["^|])${prefix}:`).test(text)),
  );
}
