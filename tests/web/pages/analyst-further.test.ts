// Twelve further questions of an analyst, in German and English: what the documents of the network and the facts about it answer must be found by clicking.
import { SmallWorld } from '../../helpers/small-world';
import { seededDatabase } from '../../helpers/template-databases';
import { Gateway } from '../../http/gateway';
import { Analyst } from '../analyst';

jest.setTimeout(240_000);

let gateway: Gateway;
beforeAll(async () => {
  gateway = await Gateway.of(await SmallWorld.in(await seededDatabase('sqlite')), {
    MAX_COST_PER_MINUTE: '2000000000',
  });
});
afterAll(() => gateway.end());

describe.each(['de', 'en'] as const)('in the language %s, an analyst finds', (language) => {
  const atTheDoor = () => Analyst.atTheDoor(gateway, language);
  const say = (de: string, en: string): string => (language === 'de' ? de : en);

  it('13 · whom to call in Magdeburg about emergency departments', async () => {
    const analyst = await (await atTheDoor()).follow(say('Abdeckung', 'Coverage'));
    await analyst.fill('/coverage', [
      ['infrastructure', 'aktin-num'],
      ['state', 'SAXONY_ANHALT'],
    ]);
    expect(analyst.words).toContain(say('Hat alles (2)', 'Has all (2)'));
    expect(analyst.words).toContain('(LokS) Magdeburg');
    // Who is elsewhere is not in the way.
    expect(analyst.words).not.toContain('(LokS) Dresden');
  });

  it('14 · which sites take part in NUKLEUS and, as far as sources say, not in GenSurv', async () => {
    const analyst = await (await atTheDoor()).follow(say('Vergleich', 'Compare'));
    await analyst.fill('/compare', [
      ['a', 'infrastructures/nukleus'],
      ['b', 'infrastructures/gensurv'],
    ]);
    expect(analyst.words).toMatch(
      /(?:Einrichtungen|Institutions) Charité.* Carus.* Frankfurt.*Greifswald.*(?:Hannover|Hanover).*(?:Köln|Cologne).*Würzburg .*Göttingen .*Düsseldorf/,
    );
    expect(analyst.words).toContain(
      say('Nur für eines genannt heißt nicht', 'Named only for one does not mean'),
    );
  });

  it('15 · what changed between the second and the third funding period', async () => {
    const analyst = await (await atTheDoor()).follow(say('Veränderungen', 'Changes'));
    await analyst.fill('/changes', [
      ['from', '2025-06-01'],
      ['to', '2026-01-31'],
    ]);
    expect(analyst.words).toContain(
      say(
        'Infrastruktur beendet NUM-Routinedatenplattform',
        'Infrastructure ended NUM Routine Data Platform',
      ),
    );
    expect(analyst.words).toContain(
      say(
        'Förderperiode begonnen 3. Förderperiode des NUM',
        'Funding period began Funding period 3 of the NUM',
      ),
    );
    expect(analyst.words).toMatch(
      /(?:Infrastruktur begonnen|Infrastructure began) (?:Fachnetzwerk|Stroke|Critical)/,
    );
  });

  it('16 · which datasets have images, and that none of them is open', async () => {
    const analyst = await (await atTheDoor()).follow(say('Bilddaten 4', 'Imaging 4'));
    expect(analyst.words).toContain(say('4 Einträge', '4 records'));
    expect(analyst.offered('accessRights')).toEqual(['RESTRICTED']);
  });

  it('17 · on what sources disagree about the network', async () => {
    const { words } = await (await atTheDoor()).follow(say('Widersprüche', 'Disputes'));
    expect(words).toMatch(
      /(?:Zahl der Mitglieder|Number of members) (?:Angabe|Value): 36 .*(?:Angabe|Value): 37 .*(?:Angabe|Value): 34 /,
    );
    expect(words).toContain(say('Angabe: 31. Dezember 2030', 'Value: 31 December 2030'));
  });

  it('18 · what AKTIN-EZV cost, and who says so', async () => {
    const analyst = await (await atTheDoor()).fill('/search', [['q', 'AKTIN-EZV']]);
    await analyst.follow(
      say(
        'Echtzeit-Versorgungsforschung mit dem AKTIN-Notaufnahmeregister',
        'Real-time health services research with the AKTIN emergency department registry',
      ),
    );
    expect(analyst.words).toContain(say('3.800.000 € (ungefähr)', '€3,800,000 (About)'));
    expect(analyst.words).toContain('Deutsches Ärzteblatt');
  });

  it('19 · what the mission of the network is, in the words of both editions', async () => {
    const analyst = await (await atTheDoor()).follow(say('Grundsatzaussagen', 'Policy statements'));
    await analyst.fill('/policy-statements', [['kind', 'MISSION']]);
    await analyst.follow(say('NUM-Mission', 'NUM mission'));
    expect(analyst.words).toContain('Wir betreiben eine transparente, benutzerfreundliche und skalierbare');
    expect(analyst.words).toContain('We operate a transparent, user-friendly and scalable infrastructure');
  });

  it('20 · who funds it, and what that ministry was called until 2025', async () => {
    const analyst = await (await atTheDoor()).fill('/search', [['q', 'BMBF']]);
    await analyst.follow(
      say(
        'Bundesministerium für Forschung, Technologie und Raumfahrt',
        'Federal Ministry of Research, Technology and Space',
      ),
    );
    expect(analyst.words).toMatch(/Bundesministerium für Bildung und Forschung.{0,12}, (?:bis|until) 2025/);
  });

  it('21 · under which licence the data of emergency departments are open', async () => {
    const analyst = await (await atTheDoor()).follow(say('öffentlich 3', 'Public 3'));
    await analyst.follow(say('Daten der Notaufnahmesurveillance', 'Emergency department surveillance data'));
    expect(analyst.words).toContain(
      say(
        'Lizenz Creative Commons Attribution 4.0 (CC-BY-4.0)',
        'Licence Creative Commons Attribution 4.0 (CC-BY-4.0)',
      ),
    );
    expect(analyst.words).toContain('10.5281/zenodo.7189871');
  });

  it('22 · who coordinates the network', async () => {
    const analyst = await (
      await atTheDoor()
    ).follow(say('Netzwerk Universitätsmedizin', 'Network of University Medicine'));
    expect(analyst.words).toMatch(
      /Charité [-–] Universitätsmedizin Berlin (?:Einrichtung koordiniert|Institution Coordinates)/,
    );
  });

  it('23 · who leads GenSurv', async () => {
    const { words } = await (await atTheDoor()).follow('GenSurv');
    expect(words).toMatch(/Düsseldorf.{0,20} (?:Einrichtung leitet mit|Institution Co-leads)/);
    expect(words).toMatch(/Göttingen (?:Einrichtung leitet mit|Institution Co-leads)/);
  });

  it('24 · which datasets follow GECCO', async () => {
    const analyst = await (await atTheDoor()).follow('Standards');
    await analyst.fill('/standards', [['search', 'GECCO']]);
    await analyst.follow('German Corona Consensus Dataset');
    const cohorts =
      analyst.words.match(/NAPKON [^·:–]{5,60} (?:Datensatz|Dataset) (?:unbekannt|unknown)/g) ?? [];
    expect(cohorts).toHaveLength(3);
  });
});
