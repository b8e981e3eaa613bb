// The network of an answer, drawn as on the page of networks.
/** @jsxImportSource preact */
import { Network } from '../../pictures/network';
import {
  isLinkKind,
  legendOf,
  lineOf,
  linkKinds,
  nameOfClass,
  namesOfLinks,
  signOf,
} from '../../pictures/network-signs';
import { addressOf } from './addresses';
import { Figure, type Drawing } from './figure';
import type { AnsweredNetwork } from './network';

/** More cannot be told from each other. */
const mostNodes = 200;
/** The ends of two; more do not stand still beside each other. */
const mostCentres = 2;

export function NetworkFigure({ network, ...drawing }: Drawing & { network: AnsweredNetwork }) {
  const { language, say, number } = drawing;
  const named = (type: string) => nameOfClass(type, language);
  const drawn = network.nodes.slice(0, mostNodes);
  const keys = new Map(drawn.map(({ key, name }) => [key, name]));
  const edges = network.edges.filter(({ from, to }) => keys.has(from) && keys.has(to));
  const hasCentres = drawn.filter(({ isCentre }) => isCentre).length <= mostCentres;
  const isWithin = edges.some(({ kind }) => kind === null || !isLinkKind(kind));
  return (
    <Figure
      {...drawing}
      title={say.network}
      note={network.nodes.length > mostNodes ? say.firstOnly(number(mostNodes)) : null}
    >
      <Network
        id={drawing.id}
        title={say.network}
        description={say.networkAbout(number(drawn.length), number(edges.length))}
        nodes={drawn.map(({ key, name, type, id, isCentre }) => ({
          id: key,
          name,
          type: named(type),
          href: addressOf(id),
          ...signOf(type),
          isCentre: hasCentres && isCentre,
        }))}
        edges={edges.map(({ from, to, kind, says }) => ({
          from,
          to,
          says: `${keys.get(from) ?? ''} – ${keys.get(to) ?? ''}\n${[...says]
            .map((each) => (isLinkKind(each) ? namesOfLinks[language][each] : each))
            .join('\n')}`,
          line: kind !== null && isLinkKind(kind) ? lineOf[kind] : 'solid',
        }))}
        legend={legendOf(
          drawn.map(({ type }) => type),
          named,
        )}
        lines={[
          ...linkKinds
            .filter((each) => edges.some(({ kind }) => kind === each))
            .map((kind) => ({ line: lineOf[kind], label: namesOfLinks[language][kind] })),
          ...(isWithin ? [{ line: 'solid' as const, label: say.within }] : []),
        ]}
      />
    </Figure>
  );
}
