/** The media types of the formats that are read, for `Accept`. */
export const acceptedTypes =
  'text/turtle, application/ld+json;q=0.9, application/rdf+xml;q=0.8, application/n-triples;q=0.7, application/trig;q=0.6, application/n-quads;q=0.6';
