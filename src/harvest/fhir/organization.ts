/** An organization is an institution. https://hl7.org/fhir/R4/organization.html */
import { describe } from '../../resource/description';
import { GermanState } from '../../vocabulary/german-state';
import { codeCalled } from '../../resource/codes-called';
import { conclude, nothingAround } from '../records/concluded';
import type { Element } from './element';
import type { MapResource, MappedRecord } from './mapping';
import { homepageIn, mentionOf, referenceTo } from './references';

export const mapOrganization: MapResource = ({
  element,
  iri,
  identified,
  known,
  registry,
  texts,
  onPerson,
}) => {
  const self = mentionOf(iri, 'Institution', element);
  const referring = { known, iri, resource: element };
  const name = texts.localized(element, 'name', element);
  const aliases = element.texts('alias');
  const language = aliases.length > 0 ? texts.languageOf(element) : texts.usual;
  for (const contact of element.list('contact')) if (contact.value.name !== undefined) onPerson();
  const [address] = element.list('address').filter((each) => each.text('use') !== 'old');
  const data = {
    name,
    otherNames: aliases.map((value) => ({ language, value })),
    homepage: homepageIn(element.list('telecom')),
    city: address?.text('city') ?? undefined,
    state: stateIn(address),
    identifiers: identified.identifiers,
  };
  const institution = registry.ofType('Institution');
  const { values, notes } = institution
    ? conclude(describe(institution.class), data, nothingAround)
    : { values: {}, notes: {} };
  const record: MappedRecord = {
    type: 'Institution',
    iri,
    knownAs: identified.knownAs,
    from: element,
    fields: {
      otherNames: 'alias',
      homepage: 'telecom',
      city: 'address',
      state: 'address',
      identifiers: 'identifier',
    },
    data: { ...data, ...values },
    concluded: notes,
  };
  const whole = element.one('partOf');
  return [
    record,
    ...(whole
      ? [
          {
            type: 'Relation',
            iri: null,
            from: whole,
            data: { from: self, to: referenceTo(whole, ['Institution'], referring), role: 'PART_OF' },
          },
        ]
      : []),
    ...element.list('endpoint').map((endpoint) => ({
      type: 'Provision',
      iri: null,
      from: endpoint,
      data: { agent: self, offer: referenceTo(endpoint, ['Service'], referring), role: 'PROVIDER' },
    })),
  ];
};

/** The federal state of a German address, by its name. */
function stateIn(address: Element | undefined): string | undefined {
  const country = address?.text('country') ?? 'DE';
  const state = address?.text('state') ?? null;
  if (state === null || !/^(?:de|deu|germany|deutschland)$/i.test(country)) return undefined;
  return codeCalled(GermanState, state) ?? undefined;
}
