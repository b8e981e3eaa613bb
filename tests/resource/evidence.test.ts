/** Disputes: where sources disagree, and where they only say several things. */
import { disputesIn, type Evidence } from '../../src/resource/evidence';
import { registry } from '../helpers/small-world';

const says = (source: string, property: string | null, statedValue: string | null): Evidence => ({
  sourceId: `sources/${source}`,
  property,
  statedValue,
  quotation: null,
  confidence: 'FOUND_IN_SOURCE',
  statedOn: null,
  note: null,
  during: [],
  complete: false,
});

const disputed = (type: string, evidence: Evidence[]) => {
  const description = registry.ofType(type);
  if (!description) throw new Error(`The catalogue has no ${type}.`);
  return disputesIn(description, evidence);
};

it('two sources that state different ends of a period dispute it, and both statements are kept', () => {
  const evidence = [
    says('page', 'endsOn', '2030-06-30'),
    says('flyer', 'endsOn', '2028-12-31'),
    says('page', 'number', '3'),
  ];

  expect(disputed('FundingPeriod', evidence)).toEqual([
    { property: 'endsOn', statements: [evidence[0], evidence[1]] },
  ]);
});

it('the same value stated twice is no dispute', () => {
  const evidence = [says('page', 'endsOn', '2030-06-30'), says('flyer', 'endsOn', '2030-06-30')];

  expect(disputed('FundingPeriod', evidence)).toEqual([]);
});

it('a source that states no value, or speaks of the record as a whole, disputes nothing', () => {
  const evidence = [
    says('page', 'endsOn', '2030-06-30'),
    says('flyer', 'endsOn', null),
    says('flyer', null, '2028'),
  ];

  expect(disputed('FundingPeriod', evidence)).toEqual([]);
});

it('two keywords, names or participations do not contradict one another', () => {
  const evidence = ['keywords', 'name', 'otherNames', 'distributions'].flatMap((property) => [
    says('page', property, 'one'),
    says('flyer', property, 'another'),
  ]);

  expect(disputed('Dataset', evidence)).toEqual([]);
});

it('who pays can be disputed, as a record refers to one funder only', () => {
  const evidence = [says('page', 'funder', 'bmbf'), says('flyer', 'funder', 'dfg')];

  expect(disputed('FundingPeriod', evidence).map(({ property }) => property)).toEqual(['funder']);
});
