/** Declarations: what is told to a developer who declares a class wrongly, and what a right one inherits. */
import { CatalogueRecord } from '../../src/resource/catalogue-record';
import { From, Link, Resource, Text, ToOne } from '../../src/resource/decorators';
import { describe as describeClass } from '../../src/resource/description';
import { Registry } from '../../src/resource/registry';

@Resource({ path: 'biobanks', about: 'A biobank.', term: 'https://example.org/Biobank' })
class Biobank extends CatalogueRecord {
  @Text({ about: 'Country.' })
  country!: string | null;

  @ToOne(() => Biobank, { about: 'The biobank to which it belongs.' })
  parent!: Biobank | null;
}

@Resource({ path: 'biobanks', about: 'Another class with the same address.', term: 'https://example.org/B' })
class Freezer extends CatalogueRecord {}

@Link({ path: 'deliveries', about: 'A link with one end.', term: 'https://example.org/D' })
class Delivery {
  @From(() => [Biobank], { about: 'From where.' })
  biobank!: Biobank;
}

class Forgotten extends CatalogueRecord {}

it('a class has the attributes of the class that it extends, then its own', () => {
  const names = describeClass(Biobank).attributes.map(({ name }) => name);

  expect(names.slice(0, 2)).toEqual(['slug', 'name']);
  expect(names.at(-1)).toBe('country');
  expect(describeClass(Biobank).references.map(({ name }) => name)).toEqual(['parent']);
});

it('a class without a decorator is named, with the remedy', () => {
  expect(() => describeClass(Forgotten)).toThrow(
    'Forgotten is not declared: decorate it with @Resource or @Link.',
  );
});

it('two classes with the same path are refused by name', () => {
  expect(() => new Registry([Biobank, Freezer])).toThrow('Biobank and Freezer share the path "biobanks".');
});

it('the same class listed twice is refused', () => {
  expect(() => new Registry([Biobank, Biobank])).toThrow('Biobank and Biobank share the path');
});

it('a link with only one end is refused, with the remedy', () => {
  expect(() => new Registry([Biobank, Delivery])).toThrow(
    'Delivery declares no end `to`: decorate a property with @To.',
  );
});

it('a class is found by its name, its path and the key of a record', () => {
  const registry = new Registry([Biobank]);

  expect(registry.ofType('Biobank')?.class).toBe(Biobank);
  expect(registry.ofKey('biobanks/hannover')?.class).toBe(Biobank);
  expect(registry.ofKey('freezers/hannover')).toBeUndefined();
  expect(registry.all.map(({ type }) => type)).toEqual(['Biobank', 'Source']);
});
