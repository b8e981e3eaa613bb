/** Texts where nodes belong, nodes where texts belong, addresses of e-mail, and placeholders. */
import { dcat, dct, mediaType } from '../../../vocabulary/namespaces';
import { licenceNamed, labelled } from './labels';
import {
  addressProperties,
  mailboxProperties,
  nameProperties,
  nodeProperties,
  schemesOfProperty,
  textProperties,
} from './property-kinds';
import { encodedIri } from '../iri-characters';
import { withoutScheme } from '../without-scheme';
import { changed, iri, type Step, text } from './step';

const placeholders =
  /^(?:n\/?a\.?|n\.\s?a\.|k\.\s?a\.|keine angaben?|not available|not applicable|platzhalter|placeholder|to ?do|tb[dac]|xxx+|null|none|undefined|nan|wird automatisch generiert|lorem ipsum.*|\?+|-+)?$/is;

/** Codes may be called so: such as the frequency that is not known. */
export const placeholder: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !placeholders.test(object.value.trim())) return null;
  if (labelled(object.value, schemesOfProperty[predicate.value] ?? []) !== null) return null;
  return { id: 'placeholder-value', quad: null };
};

const absolute = /^(?:https?:\/\/[^\s/]+\S*|urn:[\w-]+:\S+|doi:10\.\S+)$/i;
const mediaTypes = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+-]+$/i;
const address = /^(?:mailto:)?([^\s@<>"/:]+@[^\s@<>"/:]+\.[^\s@<>"/:.]+)$/i;

const ofMediaTypes: ReadonlySet<string> = new Set(['compressFormat', 'mediaType', 'packageFormat'].map(dcat));

export const literalInPlaceOfNode: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'Literal' || !nodeProperties.has(predicate.value)) return null;
  const value = object.value.trim();
  const code = codeOf(predicate.value, value);
  if (code !== null) return { id: 'label-instead-of-code', quad: changed(quad, { object: iri(code) }) };
  if (absolute.test(value))
    return { id: 'literal-instead-of-iri', quad: changed(quad, { object: iri(encodedIri(value)) }) };
  if (addressProperties.has(predicate.value) && withoutScheme.test(value))
    return { id: 'scheme-missing', quad: changed(quad, { object: iri(encodedIri(`https://${value}`)) }) };
  const [, mailbox] = predicate.value === dcat('contactPoint') ? (address.exec(value) ?? []) : [];
  if (mailbox !== undefined)
    return {
      id: 'mailbox-instead-of-contact',
      quad: changed(quad, { object: iri(`mailto:${mailbox}`) }),
      value: '"…"',
      before: '"…"',
      after: `<mailto:${mailbox.replace(/^[^@]+/, '…')}>`,
    };
  return { id: 'text-instead-of-node', quad };
};

function codeOf(property: string, value: string): string | null {
  if (property === dct('license')) return licenceNamed(value);
  if (ofMediaTypes.has(property) || property === dct('format'))
    return mediaTypes.test(value) && property !== dct('format')
      ? mediaType(value.toLowerCase())
      : labelled(value, schemesOfProperty[property] ?? []);
  return labelled(value, schemesOfProperty[property] ?? []);
}

export const nodeInPlaceOfLiteral: Step = (quad) => {
  const { predicate, object } = quad;
  if (object.termType !== 'NamedNode') return null;
  if (nameProperties.has(predicate.value))
    return { id: 'iri-instead-of-literal', quad: changed(quad, { object: text(object.value) }) };
  return textProperties.has(predicate.value) ? { id: 'iri-instead-of-text', quad } : null;
};

/** The address in `Office <office@example.org>`, as programs for e-mail write it, also where it was encoded. */
function mailboxWithName(value: string): string | null {
  const decoded = /%3C/i.test(value) ? value.replace(/%3C/gi, '<').replace(/%3E/gi, '>') : value;
  return /^[^<>]+<\s*([^<>\s]+@[^<>\s]+)\s*>$/.exec(decoded)?.[1] ?? null;
}

/** The address itself is not said: it may be that of a person. */
export const mailtoMissing: Step = (quad) => {
  const { predicate, object } = quad;
  if (!mailboxProperties.has(predicate.value) || object.termType === 'BlankNode') return null;
  // An address in angle brackets is read as one that is relative to the document.
  const value =
    object.termType === 'NamedNode'
      ? object.value.replace(/^(?:file|https?):.*\/(?=[^/]+@[^/]+$)/, '')
      : object.value.trim();
  const within = mailboxWithName(value);
  if (object.termType === 'NamedNode' && /^mailto:/i.test(value) && within === null) return null;
  const [, mailbox] = address.exec(within ?? value) ?? [];
  if (mailbox === undefined)
    return object.termType === 'Literal' ? { id: 'text-instead-of-node', quad, value: '"…"' } : null;
  const hidden = mailbox.replace(/^[^@]+/, '…');
  return {
    id: within === null ? 'mailto-missing' : 'mailbox-with-name',
    quad: changed(quad, { object: iri(`mailto:${mailbox}`) }),
    value: hidden,
    before: `"${hidden}"`,
    after: `<mailto:${hidden}>`,
  };
};
