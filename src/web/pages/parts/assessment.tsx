/** How FAIR a record is, what profiles of metadata miss in it, and what would help most. */
import { codesOf } from '../../../vocabulary/concept-scheme';
import { MetadataProfile } from '../../../vocabulary/metadata-profile';
import type { Answered } from '../answered';
import { aliasOfReadiness } from '../documents/assessment';
import { wordsOf, type Site } from '../site';
import { writtenNumber } from '../values/days';
import { FairTests, type AnsweredTest } from './fair-tests';
import { Marked } from './marked';

interface Finding {
  readonly severity: 'VIOLATION' | 'WARNING';
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

interface Readiness {
  readonly profile: MetadataProfile;
  readonly profileLabel: string;
  readonly release: string;
  readonly conforms: boolean;
  readonly accessLevelLabel: string | null;
  readonly findings: readonly Finding[];
}

interface Fair {
  readonly score: number;
  readonly reachedPoints: number;
  readonly testablePoints: number;
  readonly nextStep: {
    readonly remedy: string;
    readonly points: number;
    readonly completes: readonly MetadataProfile[];
    readonly advances: readonly MetadataProfile[];
  } | null;
  readonly tests: readonly AnsweredTest[];
}

const NextStep = ({ site, step }: { site: Site; step: NonNullable<Fair['nextStep']> }) => {
  const words = wordsOf(site);
  const named = (codes: readonly MetadataProfile[]): string =>
    codes.map((code) => MetadataProfile.concepts[code][site.language]).join(', ');
  const gains = [
    ...(step.points > 0 ? [words.gainsPoints(step.points, writtenNumber(step.points, site.language))] : []),
    ...(step.completes.length > 0 ? [words.completes(named(step.completes))] : []),
    ...(step.advances.length > 0 ? [words.advances(named(step.advances))] : []),
  ];
  return (
    <div class="next-step">
      <h3 id="next-step">{words.nextStep}</h3>
      <p>
        <Marked text={step.remedy} />
      </p>
      {gains.length > 0 && <p class="how">{gains.join(' · ')}</p>}
    </div>
  );
};

/** Codes begin with the profile, as in the list of what is missing, by which datasets can be filtered. */
const Findings = ({ findings, prefix }: { findings: readonly Finding[]; prefix: string }) => (
  <ul class="findings">
    {findings.map(({ path, message, remedy }) => (
      <li>
        <p>
          <strong>
            <Marked text={message} />
          </strong>{' '}
          <Marked text={remedy} />
        </p>
        <p class="how">
          <code>{`${prefix} ${path}`.trim()}</code>
        </p>
      </li>
    ))}
  </ul>
);

const Profile = ({ site, readiness }: { site: Site; readiness: Readiness }) => {
  const words = wordsOf(site);
  const { profile, profileLabel, release, conforms, accessLevelLabel, findings } = readiness;
  const of = (severity: Finding['severity']) => findings.filter((each) => each.severity === severity);
  const [violations, warnings] = [of('VIOLATION'), of('WARNING')];
  const number = (list: readonly unknown[]): string => writtenNumber(list.length, site.language);
  return (
    <div>
      <dt>
        {profileLabel} {release}
      </dt>
      <dd>
        <strong>{conforms ? words.conforms : words.conformsNot}</strong>
        {accessLevelLabel !== null && ` (${words.judgedAs(accessLevelLabel)})`}
        {violations.length > 0 && (
          <details open>
            <summary>{words.demands(violations.length, number(violations))}</summary>
            <Findings findings={violations} prefix={profile} />
          </details>
        )}
        {warnings.length > 0 && (
          <details>
            <summary>
              {words.recommendations(warnings.length, number(warnings))}
              <span class="unseen">{words.of(profileLabel)}</span>
            </summary>
            <Findings findings={warnings} prefix="" />
          </details>
        )}
      </dd>
    </div>
  );
};

/** Nothing for records that are not judged, or were removed meanwhile. */
export function Assessment({ site, record }: { site: Site; record: Answered }) {
  const fair = record.fairAssessment as Fair | null | undefined;
  if (!fair) return null;
  const words = wordsOf(site);
  const all = codesOf(MetadataProfile).flatMap(
    (code) => (record[aliasOfReadiness(code)] as Readiness | null) ?? [],
  );
  const written = (value: number): string => writtenNumber(value, site.language);
  return (
    <section aria-labelledby="assessment">
      <h2 id="assessment">{words.assessment}</h2>
      {fair.nextStep && <NextStep site={site} step={fair.nextStep} />}
      <dl class="facts">
        {all.map((readiness) => (
          <Profile site={site} readiness={readiness} />
        ))}
        <div>
          <dt>{words.fairScore}</dt>
          <dd>
            <meter min={0} max={100} value={fair.score} aria-label={words.fairScore} />{' '}
            <strong>{words.score(written(fair.score))}</strong>{' '}
            {words.points(written(fair.reachedPoints), written(fair.testablePoints))}
            <FairTests site={site} tests={fair.tests} />
          </dd>
        </div>
      </dl>
    </section>
  );
}
