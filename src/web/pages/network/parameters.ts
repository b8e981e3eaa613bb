/** What the address of the network page asks for. */
import { linkKinds } from '../../pictures/network-signs';
import { dayIn, manyIn, mostRecords, oneIn, recordIn, recordsIn } from '../picture-parameters';

export const depths = ['1', '2', '3'] as const;
export const sizes = ['50', '100', '200'] as const;

/** From where the network is drawn if the address names nothing. */
const usualCentre = 'institutions/num';

export function networkParameters(parameters: URLSearchParams) {
  const of = recordIn(parameters, 'of');
  const to = recordIn(parameters, 'to');
  const day = dayIn(parameters);
  const depth = oneIn(parameters, 'depth', depths, '1');
  const size = oneIn(parameters, 'size', sizes, '50');
  return {
    of: of.value ?? usualCentre,
    to: to.value,
    day: day.value,
    /** Records of the picture around which it looks further. */
    unfold: recordsIn(parameters, 'unfold'),
    kinds: manyIn(parameters, 'kind', linkKinds),
    depth: depth.value,
    size: size.value,
    faults: [of.fault, to.fault, day.fault, depth.fault, size.fault].filter((fault) => fault !== null),
  };
}

export type NetworkParameters = ReturnType<typeof networkParameters>;

/** The address of the network for what is asked, with some of it changed. */
export const parametersOfNetwork = ({
  of,
  to,
  day,
  unfold,
  kinds,
  depth,
  size,
}: Omit<NetworkParameters, 'faults'>): [string, string][] => [
  ['of', of],
  ...(to === null ? [] : [['to', to] as [string, string]]),
  ...(day === null ? [] : [['on', day] as [string, string]]),
  ...unfold.map((reference): [string, string] => ['unfold', reference]),
  ...kinds.map((kind): [string, string] => ['kind', kind]),
  ...(depth === '1' ? [] : [['depth', depth] as [string, string]]),
  ...(size === '50' ? [] : [['size', size] as [string, string]]),
];

/** The same with a record unfolded, or folded if it is unfolded. */
export const unfoldedBy = (parameters: NetworkParameters, reference: string): NetworkParameters => ({
  ...parameters,
  unfold: parameters.unfold.includes(reference)
    ? parameters.unfold.filter((each) => each !== reference)
    : [...parameters.unfold, reference].slice(-mostRecords),
});

/** The network around one record, for the same day and kinds of links. */
export const aroundOne = (parameters: NetworkParameters, reference: string): NetworkParameters => ({
  ...parameters,
  of: reference,
  to: null,
  unfold: [],
  depth: '1',
});
