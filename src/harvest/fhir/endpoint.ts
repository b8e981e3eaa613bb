/** An endpoint is a service. https://hl7.org/fhir/R4/endpoint.html */
import type { MapResource } from './mapping';
import { mentionOf, referenceTo } from './references';

/** https://hl7.org/fhir/R4/valueset-endpoint-status.html; what is suspended or faulty will be used again, or not. */
const statuses: Readonly<Record<string, string>> = { active: 'RUNNING', test: 'PILOT', off: 'ENDED' };

export const mapEndpoint: MapResource = ({ element, iri, identified, known, texts }) => {
  const status = element.text('status') ?? '';
  // It may hold the secrets with which the endpoint is used, and is never shown.
  element.pass('header');
  const organization = element.one('managingOrganization');
  return [
    {
      type: 'Service',
      iri,
      knownAs: identified.knownAs,
      from: element,
      fields: { identifiers: 'identifier' },
      data: {
        name: texts.localized(element, 'name', element),
        status: statuses[status],
        identifiers: identified.identifiers,
      },
    },
    ...(organization
      ? [
          {
            type: 'Provision',
            iri: null,
            from: organization,
            data: {
              agent: referenceTo(organization, ['Institution'], { known, iri, resource: element }),
              offer: mentionOf(iri, 'Service', element),
              role: 'PROVIDER',
            },
          },
        ]
      : []),
  ];
};
