/** A record in pictures: where it is, the network around it, and what it can be compared with. */
import type { Description } from '../../../resource/description';
import type { GeoPoint } from '../../../resource/kinds/place';
import type { Label } from '../../../vocabulary/label';
import { PlaceMap } from '../../pictures/site-map';
import type { Answered, RecordAnswer } from '../answered';
import { hrefOf, type Site } from '../site';

const words = {
  de: {
    pictures: 'In Bildern',
    place: (name: string) => `${name} in Deutschland`,
    aboutPlace: 'Umriss von Deutschland mit einem Punkt.',
    network: 'Als Netz zeigen',
    sites: 'Standorte auf der Karte',
    allSites: 'Alle Standorte auf der Karte',
    compare: 'Vergleichen mit …',
  },
  en: {
    pictures: 'In pictures',
    place: (name: string) => `${name} in Germany`,
    aboutPlace: 'The outline of Germany with a point.',
    network: 'Show as a network',
    sites: 'Sites on the map',
    allSites: 'All sites on the map',
    compare: 'Compare with …',
  },
} satisfies Label<object>;

interface InPicturesOptions {
  site: Site;
  description: Description;
  record: RecordAnswer;
}

export function InPictures({ site, description, record }: InPicturesOptions) {
  const text = words[site.language];
  const reference = `${description.path}/${record.slug}`;
  const place = ((record as Answered).location ?? null) as GeoPoint | null;
  const isInfrastructure = description.type === 'Infrastructure';
  return (
    <div class="in-pictures">
      {place && (
        <PlaceMap id="place" title={text.place(record.name)} description={text.aboutPlace} place={place} />
      )}
      <ul class="onward" aria-label={text.pictures}>
        <li>
          <a href={hrefOf(site, '/network', [['of', reference]])}>{text.network}</a>
        </li>
        {isInfrastructure && (
          <li>
            <a href={hrefOf(site, '/map', [['show', reference]])}>{text.sites}</a>
          </li>
        )}
        {place && (
          <li>
            <a href={hrefOf(site, '/map')}>{text.allSites}</a>
          </li>
        )}
        {(isInfrastructure || place) && (
          <li>
            <a href={hrefOf(site, '/compare', [['a', reference]])}>{text.compare}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
