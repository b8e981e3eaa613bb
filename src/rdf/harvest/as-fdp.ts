/**
 * What the shapes of FAIR Data Point 1.2 demand of agents and contacts, and DCAT-AP does not: exactly one name of each agent, exactly one
 * e-mail address of each contact.
 */
import type { Quad } from '@rdfjs/types';
import { foaf, rdf, skos, vcard } from '../../vocabulary/namespaces';
import { restated } from './statements';

/** The same quads, in which each agent has one name, and only contacts with one e-mail address are named. */
export function asFairDataPoint(quads: readonly Quad[]): Quad[] {
  const silent = withoutOneMail(quads);
  return withOneName(
    quads.filter(({ subject, object }) => !silent.has(subject.value) && !silent.has(object.value)),
  );
}

/** The English name stays; the others become labels. */
function withOneName(quads: readonly Quad[]): Quad[] {
  const agents = instancesOf(foaf('Agent'), quads);
  const names = quads.filter(
    ({ subject, predicate }) => predicate.value === foaf('name') && agents.has(subject.value),
  );
  const chosen = new Map<string, Quad>();
  for (const name of names) {
    const before = chosen.get(name.subject.value);
    if (!before || (languageOf(name) === 'en' && languageOf(before) !== 'en'))
      chosen.set(name.subject.value, name);
  }
  const others = new Set(names.filter((name) => chosen.get(name.subject.value) !== name));
  return quads.map((each) => (others.has(each) ? restated(each, skos('altLabel')) : each));
}

const languageOf = ({ object }: Quad): string => (object.termType === 'Literal' ? object.language : '');

function withoutOneMail(quads: readonly Quad[]): Set<string> {
  const kinds = instancesOf(vcard('Kind'), quads);
  const mails = new Map<string, number>();
  for (const { subject, predicate } of quads)
    if (predicate.value === vcard('hasEmail')) mails.set(subject.value, (mails.get(subject.value) ?? 0) + 1);
  return new Set([...kinds].filter((kind) => mails.get(kind) !== 1));
}

const instancesOf = (type: string, quads: readonly Quad[]): Set<string> =>
  new Set(
    quads
      .filter(({ predicate, object }) => predicate.value === rdf('type') && object.value === type)
      .map(({ subject }) => subject.value),
  );
