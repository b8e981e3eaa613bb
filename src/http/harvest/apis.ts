/** The interfaces for harvesters, as `/.well-known/api-catalog` names them. */
import type { Api } from '../site/api-catalog';

export const harvestApis: readonly Api[] = [
  {
    path: '/fdp',
    title: 'FAIR Data Point',
    links: [
      { rel: 'service-meta', href: '/fdp.ttl', type: 'text/turtle' },
      { rel: 'service-doc', href: 'https://specs.fairdatapoint.org/fdp-specs-v1.2.html', type: 'text/html' },
    ],
  },
  {
    path: '/catalog',
    title: 'DCAT-AP catalogue',
    links: [
      { rel: 'service-meta', href: '/catalog.ttl', type: 'text/turtle' },
      { rel: 'service-doc', href: 'https://semiceu.github.io/DCAT-AP/releases/3.0.1/', type: 'text/html' },
    ],
  },
];
