/** Arguments that name types, kinds, roles or fields: an empty list is refused everywhere, as it could mean all or none. */
import { refusal } from '../helpers/ask';
import { describeOnEachDatabase } from '../helpers/databases';
import { globalId } from '../../src/resource/identity';
import { SmallWorld } from '../helpers/small-world';

const of = globalId('infrastructures/racoon');
const to = globalId('institutions/marburg');
const wholeTime = 'from: "1900-01-01", to: "2100-01-01"';

describeOnEachDatabase('an empty list', (dialect) => {
  let world: SmallWorld;
  beforeAll(async () => {
    world = await SmallWorld.of(dialect, {
      Institution: [{ slug: 'marburg', name: { de: 'Marburg' }, kind: 'UNIVERSITY_MEDICAL_CENTRE' }],
      Infrastructure: [{ slug: 'racoon', name: { de: 'RACOON' } }],
      Participation: [{ institution: 'marburg', infrastructure: 'racoon', role: 'PARTICIPATES' }],
    });
  });
  afterAll(() => world.end());

  it.each([
    ['types', 'search', '{ search(text: "netz", types: []) { totalCount } }'],
    ['kinds', 'paths', `{ paths(from: { id: "${of}" }, to: { id: "${to}" }, kinds: []) { truncated } }`],
    ['kinds', 'neighbourhood', `{ neighbourhood(of: { id: "${of}" }, kinds: []) { truncated } }`],
    ['types', 'changes', `{ changes(${wholeTime}, types: []) { totalCount } }`],
    ['kinds', 'changes', `{ changes(${wholeTime}, kinds: []) { totalCount } }`],
    ['kinds', 'links', '{ infrastructure(slug: "racoon") { links(kinds: []) { totalCount } } }'],
    ['roles', 'participations', '{ participations(roles: []) { totalCount } }'],
    [
      'roles',
      'records over links',
      '{ infrastructure(slug: "racoon") { institutions(roles: []) { totalCount } } }',
    ],
  ])('of %s is refused by %s, with the remedy', async (argument, _, query) => {
    expect(await refusal(world, query)).toEqual({
      code: 'BAD_USER_INPUT',
      message: `"${argument}" is an empty list. Name at least one, or leave it out to have all.`,
    });
  });

  it('of fields is refused by facets, and a field that is named twice as aggregate refuses it', async () => {
    const facets = (by: string) => refusal(world, `{ institutions { facets(by: ${by}) { by } } }`);

    expect(await facets('[]')).toMatchObject({ message: '"by" names no field. Name at least one.' });
    expect(await facets('[STATE, STATE]')).toEqual({
      code: 'BAD_USER_INPUT',
      message: '"by" names a field twice. Name each once.',
    });
  });
});
