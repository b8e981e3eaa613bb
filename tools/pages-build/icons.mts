// The icons of GraphiQL, which stand beside words or in buttons with a label.
import type { Plugin } from 'vite';

/** Its title of an icon is made of the name of a function, which is another one once the code is packed: readers would see `a$ icon`. */
const titled = /const title = RawComponent\.name\.[^;]*;/;
const passed = '\t\t\t\ttitle,\n';

/** Icons without titles, which are hidden from those who listen. */
export const untitledIcons: Plugin = {
  name: 'untitled-icons',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/@graphiql/react/dist/icons/index.js')) return null;
    if (!titled.test(code) || !code.includes(passed))
      throw new Error(
        'The icons of GraphiQL have changed: see whether their titles are right now, else mend icons.mts.',
      );
    return { code: code.replace(titled, '').replace(passed, "\t\t\t\t'aria-hidden': true,\n"), map: null };
  },
};
