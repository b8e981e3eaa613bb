/** Pages show people labels, not names of fields: in German as in English. */
import { registry } from '../../src/registry';
import { fieldLabels } from '../../src/vocabulary/field-labels';
import { typeLabels } from '../../src/vocabulary/type-labels';

describe.each(registry.all.map((each) => [each.type, each] as const))(
  'what people read of %s',
  (type, of) => {
    it('is a label in both languages, of the class and of every field', () => {
      const fields = [...of.attributes, ...of.references, ...of.lists].filter(
        ({ label }) => label === undefined,
      );
      const names = [...fields, ...of.uniqueIdentifiers, ...of.ends].map(({ name }) => name);

      expect(names.filter((name) => fieldLabels[name] === undefined)).toEqual([]);
      expect(of.names ?? typeLabels[type]).toBeDefined();
    });
  },
);

it('says the same for the same name, and nothing for fields that there are not', () => {
  const declared = new Set(
    registry.all.flatMap(({ attributes, references, lists, uniqueIdentifiers, ends }) =>
      [...attributes, ...references, ...lists, ...uniqueIdentifiers, ...ends].map(({ name }) => name),
    ),
  );
  const others = Object.keys(fieldLabels).filter((name) => !declared.has(name));
  expect(others).toEqual(['identifiers']);
  expect(Object.keys(typeLabels).filter((type) => !registry.ofType(type))).toEqual([]);
});
