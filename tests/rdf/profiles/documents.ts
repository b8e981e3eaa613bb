/** Turtle documents of others: the official examples and samples, below the folder of official files. */
export const documents = [
  'standards/healthdcat-ap-r8/examples/example-healthdcat-dataset.ttl',
  'samples/healthdcat-ap.de/zfkd_healthdcat-ap.ttl',
  'samples/semic-dcat-ap-3.0.1/example-bee-population-2022-2023.ttl',
  'samples/semic-dcat-ap-3.0.1/example-bee-population-dataset-series-spatial-thessaloniki.ttl',
  'samples/health-ri/example-catalog.ttl',
  'samples/health-ri/example-dataset.ttl',
  'samples/health-ri/negative/dataset-nolicense.ttl',
  'samples/health-ri/negative/dataset-iso8601.ttl',
  'samples/health-ri/negative/dataset-nodescription.ttl',
  'samples/fairdatapoint-rdf-examples/gda-lumc.ttl',
  'samples/fairdatapoint-rdf-examples/dtl-fdp.ttl',
  'samples/fairdatapoint-rdf-examples/comparative-genomics-catalog.ttl',
];
