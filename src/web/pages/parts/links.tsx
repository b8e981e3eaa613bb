/** The links of a record, grouped by their type and by the end that the record is. */
import { isTimed, otherSide, type Description, type Side } from '../../../resource/description';
import { keyOfGlobalId } from '../../../resource/identity';
import { labelOfField } from '../../../resource/labels';
import { enumCode } from '../../../resource/field-names';
import type { Answered, LinkAnswer, LinkTotals, Mentioned, RecordAnswer } from '../answered';
import { ownAttributes, unaliased } from '../documents/links';
import { hrefOf, namesIn, wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { hasValue, Value } from '../values/value';
import { Evidence } from './evidence';
import { Mention } from './texts';
import { Time } from './time';
import { SmallBar } from './time-bar';
import type { TimeScale } from './time-scale';

interface Group {
  readonly description: Description;
  readonly side: Side;
  readonly links: LinkAnswer[];
  /** How many of them the record has, on all pages. */
  readonly total: number;
}

/** The links of a page in groups, in the order of the answer. */
function groupsOf({ registry }: Site, { iri, links, outgoing, incoming }: RecordAnswer): Group[] {
  const groups = new Map<string, Group>();
  for (const link of links.nodes) {
    const description = registry.ofType(link.__typename);
    if (!description) continue;
    const side: Side = link.from.iri === iri ? 'from' : 'to';
    const key = `${link.__typename} ${side}`;
    const total = totalOf(side === 'from' ? outgoing : incoming, link.__typename);
    const group = groups.get(key) ?? { description, side, links: [], total };
    groups.set(key, group);
    group.links.push(unaliased(link, description) as LinkAnswer);
  }
  return [...groups.values()];
}

const totalOf = ({ aggregate }: LinkTotals, type: string): number =>
  aggregate.groups.find(({ keys }) => keys[0]?.value === enumCode(type))?.count ?? 0;

/** The path of the page of a link. */
export const pathOfLink = (id: string): string => `/${keyOfGlobalId(id) ?? ''}`;

/** What a link says beside its role and its time. */
const Details = ({ site, description, link }: { site: Site; description: Description; link: LinkAnswer }) => {
  const attributes = ownAttributes(description).filter(
    (attribute) => attribute.name !== 'role' && hasValue(link, attribute),
  );
  const references = description.references.filter(({ name }) => link[name] != null);
  const words = wordsOf(site);
  const other = `${link.from.name} – ${link.to.name}`;
  return (
    <>
      {attributes.map((attribute) => (
        <div class="detail">
          {labelOfField(attribute)[site.language]}: <Value site={site} attribute={attribute} of={link} />
        </div>
      ))}
      {references.map((reference) => (
        <div class="detail">
          {labelOfField(reference)[site.language]}:{' '}
          <Mention site={site} of={link[reference.name] as Mentioned} />
        </div>
      ))}
      <Evidence site={site} label={other} evidence={link.evidence} />
      <a href={hrefOf(site, pathOfLink(link.id))}>
        {words.details}
        <span class="unseen">{words.of(other)}</span>
      </a>
    </>
  );
};

export const classOf = (site: Site, { __typename }: { __typename: string }): string => {
  const description = site.registry.ofType(__typename);
  return description ? namesIn(site, description).one : __typename;
};

interface RowOptions {
  site: Site;
  group: Group;
  link: LinkAnswer;
  /** The years of the page's bars; null where no source names a day. */
  scale: TimeScale | null;
}

const Row = ({ site, group, link, scale }: RowOptions) => {
  const words = wordsOf(site);
  const other = link[otherSide(group.side)];
  return (
    <tr>
      <th scope="row">
        <Mention site={site} of={other} /> <span class="class">{classOf(site, other)}</span>
      </th>
      {hasRole(group.description) && <td data-label={words.role}>{roleOf(link)}</td>}
      <td data-label={words.time}>
        {isTimed(group.description) && (
          <>
            <Time site={site} of={link} />
            {scale && <SmallBar of={link} scale={scale} />}
          </>
        )}
      </td>
      <td data-label={words.details}>
        <Details site={site} description={group.description} link={link} />
      </td>
    </tr>
  );
};

const hasRole = ({ attributes }: Description): boolean => attributes.some(({ name }) => name === 'role');

const roleOf = ({ roleLabel }: Answered): string => (typeof roleLabel === 'string' ? roleLabel : '');

interface LinkGroupOptions extends Pick<RowOptions, 'site' | 'group' | 'scale'> {
  isAmbiguous: boolean;
}

const LinkGroup = ({ site, group, scale, isAmbiguous }: LinkGroupOptions) => {
  const words = wordsOf(site);
  const { many } = namesIn(site, group.description);
  const title = isAmbiguous && group.side === 'to' ? words.incoming(many) : many;
  const id = `${group.description.path}-${group.side}`;
  return (
    <>
      <h3 id={id}>
        {title} ({writtenNumber(group.total, site.language)})
      </h3>
      <div class="wide cards" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.other}</th>
              {hasRole(group.description) && <th scope="col">{words.role}</th>}
              <th scope="col">{words.time}</th>
              <th scope="col">{words.details}</th>
            </tr>
          </thead>
          <tbody>
            {group.links.map((link) => (
              <Row site={site} group={group} link={link} scale={scale} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

interface LinkGroupsOptions extends Pick<RowOptions, 'site' | 'scale'> {
  record: RecordAnswer;
}

/** All groups. Those whose type the record has at both ends say which it is. */
export const LinkGroups = ({ site, record, scale }: LinkGroupsOptions) => {
  const groups = groupsOf(site, record);
  return (
    <>
      {groups.map((group) => (
        <LinkGroup
          site={site}
          group={group}
          scale={scale}
          isAmbiguous={groups.some(
            ({ description, side }) => description === group.description && side !== group.side,
          )}
        />
      ))}
    </>
  );
};
