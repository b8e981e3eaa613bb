import { dct, schema, xsd } from '../../vocabulary/namespaces';
import { PlacePrecision } from '../../vocabulary/place-precision';
import { checkCode, checkMap, checkPart, WrongValue } from '../written/check';
import { WrittenNumber } from '../written/number';
import { isNull, operator, order, type Comparisons } from './comparisons';
import { conceptComparisons } from './concept';
import { composed, type Kind } from './kind';

/** A geographic point in WGS 84 degrees. */
export interface GeoPoint {
  latitude: number;
  longitude: number;
  precision: string | null;
}

const degrees = (name: string) =>
  ({ predicate: schema(name), object: 'literal', datatype: xsd('decimal') }) as const;

const degreeComparisons: Comparisons = {
  name: 'FloatFilter',
  about: 'Conditions on a number.',
  of: 'Float',
  operators: order,
};

export const place: Kind = {
  name: 'place',
  ...composed({ latitude: 'real', longitude: 'real', precision: 'text' }),
  row: {
    of: 'parts',
    parts: {
      latitude: { form: 'decimal' },
      longitude: { form: 'decimal' },
      precision: { form: 'code', scheme: PlacePrecision },
    },
  },
  read: (latitude: number | null, longitude: number, precision: string | null): GeoPoint | null =>
    latitude === null ? null : { latitude, longitude, precision },
  check: (written) => {
    const takes =
      '{ latitude, longitude, precision } in degrees such as 50.81, latitude from -90 to 90 and longitude from -180 to 180';
    const { latitude, longitude, precision = null, ...rest } = checkMap(written, takes);
    const point = { latitude: degreesOf(latitude, 90), longitude: degreesOf(longitude, 180) };
    if (point.latitude === null || point.longitude === null || Object.keys(rest).length > 0)
      throw new WrongValue(takes);
    return {
      ...point,
      precision:
        precision === null ? null : checkPart('precision', () => checkCode(PlacePrecision, precision)),
    };
  },
  output: () => ({
    name: 'GeoPoint',
    about: 'A point on the map, in degrees of WGS 84.',
    fields: {
      latitude: ['Float', 'Degrees north of the equator.'],
      longitude: ['Float', 'Degrees east of Greenwich.'],
      precision: [PlacePrecision, 'What the point points at; null where no source says.', 'nullable'],
    },
  }),
  comparisons: () => ({
    name: 'GeoPointFilter',
    about: 'Conditions on a point on the map.',
    of: 'Float',
    operators: [
      operator('latitude', degreeComparisons, 'Conditions on its degrees north of the equator.'),
      operator('longitude', degreeComparisons, 'Conditions on its degrees east of Greenwich.'),
      operator('precision', conceptComparisons(PlacePrecision), 'Conditions on what the point points at.'),
      isNull,
    ],
  }),
  stated: () => ({
    object: 'node',
    class: schema('GeoCoordinates'),
    parts: {
      latitude: degrees('latitude'),
      longitude: degrees('longitude'),
      precision: { predicate: dct('type'), object: 'iri', scheme: PlacePrecision },
    },
  }),
  readParts: ({ latitude, longitude, precision = null }) =>
    latitude === undefined || longitude === undefined
      ? undefined
      : { latitude: Number(latitude), longitude: Number(longitude), precision },
};

function degreesOf(written: unknown, bound: number): number | null {
  const isDecimal = written instanceof WrittenNumber && /^-?(?:0|[1-9]\d*)\.\d+$/.test(written.source);
  const read = isDecimal ? written.value : written;
  // Adding 0 turns -0 into 0.
  return typeof read === 'number' && Math.abs(read) <= bound ? read + 0 : null;
}
