/** The page of an error: what is wrong, and where to go on. */
import { Layout } from './parts/layout';
import { htmlOf } from './render';
import { hrefOf, namesIn, wordsOf, type Site } from './site';
import { titleOfStatus } from './status';

interface ErrorPageOptions {
  site: Site;
  status: number;
  /** In English, as in all other formats. */
  message: string;
}

/** What is not there is said in the reader's language; messages with a remedy exist in English. */
const Message = ({ site, status, message }: ErrorPageOptions) =>
  status === 404 && site.language !== 'en' ? (
    <p class="text">{wordsOf(site).nothingAt(site.path)}</p>
  ) : (
    <p class="text" lang={site.language === 'en' ? undefined : 'en'}>
      {message}
    </p>
  );

const ErrorPage = ({ site, status, message }: ErrorPageOptions) => {
  const words = wordsOf(site);
  const title = titleOfStatus(status, site.language);
  return (
    <Layout site={site} title={`${status} ${title}`}>
      <p class="class">
        {words.error} {status}
      </p>
      <h1>{title}</h1>
      <Message site={site} status={status} message={message} />
      {site.forms.length > 0 && (
        <>
          <p id="available">{words.available}</p>
          <ul aria-labelledby="available">
            {site.forms.map(({ href, label, type }) => (
              <li>
                <a href={href}>{label}</a> (<code>{type}</code>)
              </li>
            ))}
          </ul>
        </>
      )}
      <p id="lists">{words.whatNow}</p>
      <ul class="columns" aria-labelledby="lists">
        {site.registry.resources.map((description) => (
          <li>
            <a href={hrefOf(site, `/${description.path}`)}>{namesIn(site, description).many}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
};

/** The HTML of the page of an error. */
export const errorPage = (options: ErrorPageOptions): string => htmlOf(<ErrorPage {...options} />);
