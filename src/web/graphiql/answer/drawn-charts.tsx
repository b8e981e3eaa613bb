// The charts of an answer, drawn as on the pages.
/** @jsxImportSource preact */
import { Bars, type Filling } from '../../pictures/bars';
import { MatrixPicture } from '../../pictures/matrix';
import { SiteMap } from '../../pictures/site-map';
import { Timeline } from '../../pictures/timeline';
import { type BarsChart, type Chart, type MapChart, type MatrixChart, type TimelineChart } from './charts';
import { daysOf } from './days';
import { hrefOf } from './addresses';
import { Figure, type Drawing } from './figure';
import { nameOf } from './records';

/** Longer charts are read as tables. */
const mostLines = 60;
const fillings: readonly Filling[] = ['full', 'striped', 'crossed', 'empty', 'dotted', 'lined'];

function BarsFigure({ chart, ...drawing }: Drawing & { chart: BarsChart }) {
  const { say, number } = drawing;
  const written = (value: number): string =>
    chart.currency === null
      ? number(value)
      : value.toLocaleString(drawing.language, { style: 'currency', currency: chart.currency });
  const lines = chart.lines.slice(0, mostLines).map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    return {
      name,
      href: null,
      parts: values.map((value, part) => ({
        value: value ?? 0,
        filling: fillings[part] ?? 'full',
        says: [name, chart.parts[part], value === null ? say.unknown : written(value)]
          .filter(Boolean)
          .join(': '),
      })),
      note: known.length === 0 ? say.unknown : written(known.reduce((sum, value) => sum + value, 0)),
    };
  });
  const legend = chart.parts.map((label, part) => ({ filling: fillings[part] ?? 'full', label }));
  const isCut = chart.lines.length > mostLines;
  return (
    <Figure {...drawing} title={chart.title} note={isCut ? say.firstOnly(number(mostLines)) : null}>
      <Bars
        id={drawing.id}
        title={chart.title}
        description={say.bars(number(lines.length))}
        lines={lines}
        legend={legend}
      />
    </Figure>
  );
}

function MatrixFigure({ chart, ...drawing }: Drawing & { chart: MatrixChart }) {
  const { say, number } = drawing;
  const line = (object: MatrixChart['rows'][number]) => ({
    name: nameOf(object) ?? '',
    href: hrefOf(object),
  });
  return (
    <Figure {...drawing} title={chart.title} note={null}>
      <MatrixPicture
        id={drawing.id}
        title={chart.title}
        description={say.matrix(number(chart.rows.length), number(chart.columns.length))}
        rows={chart.rows.map(line)}
        columns={chart.columns.map(line)}
        markOf={(row, column) => {
          const says = chart.says(row, column);
          return says === undefined
            ? null
            : { shape: 'circle', tone: 1, says: says === '' ? say.linked : says };
        }}
        legend={[{ shape: 'circle', tone: 1, label: say.linked }]}
        dot={say.noLink}
      />
    </Figure>
  );
}

function TimelineFigure({ chart, ...drawing }: Drawing & { chart: TimelineChart }) {
  const { say, number } = drawing;
  const groups = chart.groups.map(({ name, items }) => ({
    name,
    items: items.slice(0, mostLines).map((object) => {
      const days = daysOf(object);
      const { startsOn, endsOn, attestedFrom, attestedUntil } = days;
      const isAttested = startsOn === null && endsOn === null && attestedFrom !== null;
      const says = isAttested
        ? say.attestedOn(attestedFrom, attestedUntil ?? '…')
        : startsOn === null && endsOn === null
          ? say.undated
          : say.since(startsOn ?? '…', endsOn ?? '…');
      return { ...days, name: nameOf(object) ?? '', says, href: hrefOf(object) };
    }),
  }));
  const isCut = chart.groups.some(({ items }) => items.length > mostLines);
  return (
    <Figure {...drawing} title={say.timeline} note={isCut ? say.firstOnly(number(mostLines)) : null}>
      <Timeline
        id={drawing.id}
        title={say.timeline}
        description={say.timelineAbout(number(groups.reduce((sum, { items }) => sum + items.length, 0)))}
        groups={groups}
        on={null}
        legend={{ stated: say.stated, open: say.open, attested: say.attested, unknown: say.undated }}
      />
    </Figure>
  );
}

function MapFigure({ chart, ...drawing }: Drawing & { chart: MapChart }) {
  const { say, number } = drawing;
  return (
    <Figure {...drawing} title={say.map} note={null}>
      <SiteMap
        id={drawing.id}
        title={say.map}
        description={say.mapAbout(number(chart.places.length))}
        sites={chart.places.map(({ object, latitude, longitude }) => ({
          name: nameOf(object) ?? '',
          says: say.place,
          href: hrefOf(object),
          place: { latitude, longitude },
          shape: 'circle',
          tone: 1,
        }))}
        legend={[{ shape: 'circle', tone: 1, label: say.place }]}
      />
    </Figure>
  );
}

export function ChartFigure({ chart, ...drawing }: Drawing & { chart: Chart }) {
  switch (chart.kind) {
    case 'bars':
      return <BarsFigure chart={chart} {...drawing} />;
    case 'matrix':
      return <MatrixFigure chart={chart} {...drawing} />;
    case 'timeline':
      return <TimelineFigure chart={chart} {...drawing} />;
    case 'map':
      return <MapFigure chart={chart} {...drawing} />;
  }
}
