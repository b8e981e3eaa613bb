/** A research study is a project. https://hl7.org/fhir/R4/researchstudy.html */
import type { MapResource, MappedRecord } from './mapping';
import { mentionOf, referenceTo } from './references';
import { dayIn } from './texts';

export const mapResearchStudy: MapResource = ({ element, iri, identified, known, texts, onPerson }) => {
  const period = element.one('period');
  const self = mentionOf(iri, 'Project', element);
  const referring = { known, iri, resource: element };
  const sponsor = element.one('sponsor');
  if (element.one('principalInvestigator')) onPerson();
  for (const contact of element.list('contact')) if (contact.value.name !== undefined) onPerson();
  const project: MappedRecord = {
    type: 'Project',
    iri,
    knownAs: identified.knownAs,
    from: element,
    fields: { name: 'title', startsOn: 'period', endsOn: 'period', identifiers: 'identifier' },
    data: {
      name: texts.localized(element, 'title', element),
      description: texts.localized(element, 'description', element),
      startsOn: dayIn(period, 'start'),
      endsOn: dayIn(period, 'end'),
      identifiers: identified.identifiers,
    },
  };
  // The sponsor initiates the study and is responsible for it.
  const sponsored = sponsor
    ? [
        {
          type: 'Involvement',
          iri: null,
          from: sponsor,
          data: {
            institution: referenceTo(sponsor, ['Institution'], referring),
            project: self,
            role: 'LEADS',
            roleNote: 'sponsor',
          },
        },
      ]
    : [];
  const parts = element.list('partOf').map((whole) => ({
    type: 'Relation',
    iri: null,
    from: whole,
    data: { from: self, to: referenceTo(whole, ['Project'], referring), role: 'PART_OF' },
  }));
  return [project, ...sponsored, ...parts];
};
