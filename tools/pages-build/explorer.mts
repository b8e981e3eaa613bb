// GraphiQL's explorer, mended: its library is no longer developed.
import type { Plugin } from 'vite';

// GraphiQL's explorer has inputs for single values only; for any other it reports an error to the console and shows nothing.
const branch = '} else if ((0, _graphql.isScalarType)(argType)) {\n          if (argType.name';

/** Values without an input of their own: lists, null, and what does not fit its type. */
const shown = `} else if (argValue.kind === 'ListValue' || argValue.kind === 'NullValue' ||
          (0, _graphql.isEnumType)(argType) && argValue.kind !== 'EnumValue' ||
          (0, _graphql.isInputObjectType)(argType) && argValue.kind !== 'ObjectValue') {
          input = React.createElement('code', { className: 'explorer-value' }, (0, _graphql.print)(argValue));
        `;

const order = 'Object.keys(fields).sort()';
/** What only gateways ask comes last. */
const forGatewaysLast =
  "Object.keys(fields).sort(function (one, other) { return one.startsWith('_') - other.startsWith('_') || (one < other ? -1 : 1); })";

const ownGraphql = 'graphql-of-the-explorer';
/** It would take in all of graphql-js, as it names it as a whole. */
const namesOfGraphql = new Set(['print']);

/** Has the explorer show such values as they are written; they are changed in the editor. */
export const explorerValues: Plugin = {
  name: 'explorer-values',
  enforce: 'pre',
  resolveId: (id) => (id === ownGraphql ? id : null),
  load: (id) => (id === ownGraphql ? `export { ${[...namesOfGraphql].join(', ')} } from 'graphql';` : null),
  transform(code, id) {
    if (!id.endsWith('/graphiql-explorer/dist/Explorer.js')) return null;
    if (code.split(branch).length !== 2)
      throw new Error('The explorer has changed: see whether it shows lists now, else mend vite.config.mts.');
    for (const [, name = ''] of code.matchAll(/_graphql\.(\w+)/g)) namesOfGraphql.add(name);
    return {
      code: code
        .replace("require('graphql')", `require('${ownGraphql}')`)
        .replace(branch, () => shown + branch)
        .replaceAll(order, forGatewaysLast),
      map: null,
    };
  },
};
