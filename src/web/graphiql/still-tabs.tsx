// GraphiQL's tabs as a plain list. The library that it has for dragging them is a tenth of its script, and moves them by mouse only.
import type { ComponentProps } from 'react';

interface Moving {
  readonly axis?: unknown;
  readonly values?: unknown;
  readonly onReorder?: unknown;
}

const Group = ({
  axis: _axis,
  values: _values,
  onReorder: _onReorder,
  ...list
}: Moving & ComponentProps<'ul'>) => <ul {...list} />;

interface Moved {
  readonly value?: unknown;
  readonly dragElastic?: unknown;
}

const Item = ({
  value: _value,
  dragElastic: _dragElastic,
  ...item
}: Moved & Omit<ComponentProps<'li'>, 'value'>) => <li {...item} />;

/** As framer-motion names them. */
export const Reorder = { Group, Item };
