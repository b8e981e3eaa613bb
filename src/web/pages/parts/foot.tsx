/** The foot of every page: what the catalogue promises, and the addresses that its operator has set. */
import { wordsOf, type Site } from '../site';

export function Foot({ site }: { site: Site }) {
  const words = wordsOf(site);
  const { imprint, privacy, accessibility, contact, sourceCode } = site.notices;
  const notices = [
    [imprint, words.imprint],
    [privacy, words.privacy],
    [accessibility, words.accessibility],
    [contact, words.contact],
    [sourceCode, words.sourceCode],
  ] as const;
  const set = notices.flatMap(([href, name]) => (href === null ? [] : [{ href, name }]));
  return (
    <footer>
      <div>
        <p>{words.footer}</p>
        <p>{words.independent}</p>
        {set.length > 0 && (
          <ul aria-label={words.notices}>
            {set.map(({ href, name }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
