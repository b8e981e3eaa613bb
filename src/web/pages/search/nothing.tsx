/** What helps where nothing was found: what it means, how else to search, and other ways in. */
import { hrefOf, namesIn, type Site } from '../site';
import { homeWords } from '../home/words';
import type { Found } from './answer';
import { searchWords } from './words';

export const Nothing = ({ site, found }: { site: Site; found: Found }) => {
  const words = searchWords[site.language];
  const examples = homeWords[site.language].examples;
  return (
    <div class="nothing">
      <p>{words.nothingWhy}</p>
      {found.types.length > 0 && <p>{words.inOtherKinds} ↑</p>}
      <ul>
        {words.tips.map((tip) => (
          <li>{tip}</li>
        ))}
        <li>
          {words.synonyms}{' '}
          {examples.map((example, index) => (
            <>
              {index > 0 && ', '}
              <a href={hrefOf(site, '/search', [['q', example]])}>{example}</a>
            </>
          ))}
        </li>
      </ul>
      <Browse site={site} />
    </div>
  );
};

/** The lists of all kinds of records. */
export const Browse = ({ site }: { site: Site }) => (
  <>
    <p id="lists">{searchWords[site.language].browse}</p>
    <ul class="columns" aria-labelledby="lists">
      {site.registry.resources.map((description) => (
        <li>
          <a href={hrefOf(site, `/${description.path}`)}>{namesIn(site, description).many}</a>
        </li>
      ))}
    </ul>
  </>
);
