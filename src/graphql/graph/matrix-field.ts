/** The field `matrix`: all links of one kind, by what they lead from and to. */
import type { Holding } from '../../vocabulary/holding';
import { dayInputs } from '../connection-arguments';
import { matrixSize } from '../../query/graph/bounds';
import { readMatrix } from '../../query/graph/matrix';
import { argumentsOf, queryField, type Carrier } from '../define';
import { enumCode } from '../enums';
import { refuseEmpty, refuseWithoutDay } from '../narrowing';
import { numberArgument, numberWithin, requiredArgument } from './arguments';
import { MatrixType } from './graph-types';

interface MatrixArguments {
  link: string;
  asOf?: string | null;
  holding?: Holding[] | null;
  first?: number | null;
}

export function matrixField(query: Carrier, linkKind: object): void {
  queryField<MatrixArguments>(query, {
    name: 'matrix',
    type: MatrixType,
    about:
      'All links of one kind as a matrix: what they lead from as rows, what they lead to as columns. It holds the links that the list of this kind holds.',
    args: argumentsOf('QueryMatrix', [
      requiredArgument('link', linkKind, 'The kind of links.'),
      ...dayInputs,
      numberArgument('first', 'How many links to take at most, in the order of their keys', matrixSize),
    ]),
    resolve: async (_, { link, asOf, holding, first }, { reader, loaders, registry }) => {
      refuseEmpty({ holding });
      refuseWithoutDay({ asOf, holding });
      const size = numberWithin(
        'first',
        first,
        matrixSize,
        'For more, page through the list of these links.',
      );
      const kind = registry.links.find(({ type }) => enumCode(type) === link);
      if (!kind) throw new Error(`There is no kind of link "${link}".`);
      const matrix = await readMatrix(reader, kind, { asOf, holding }, size);
      return {
        ...matrix,
        rows: () => Promise.all(matrix.rows.map((key) => loaders.record(key))),
        columns: () => Promise.all(matrix.columns.map((key) => loaders.record(key))),
      };
    },
  });
}
