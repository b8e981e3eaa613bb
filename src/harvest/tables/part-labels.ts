/** What people call the parts of values that have columns of their own. */
import { labelOfField } from '../../resource/labels';
import type { Label } from '../../vocabulary/label';

const labels: Readonly<Record<string, Label>> = {
  algorithm: { de: 'Verfahren', en: 'Algorithm' },
  currency: { de: 'Währung', en: 'Currency' },
  latitude: { de: 'Breitengrad', en: 'Latitude' },
  longitude: { de: 'Längengrad', en: 'Longitude' },
  precision: { de: 'Genauigkeit', en: 'Precision' },
  qualifier: { de: 'Genauigkeit', en: 'Qualifier' },
  language: { de: 'Sprache', en: 'Language' },
  scheme: { de: 'Art', en: 'Scheme' },
  value: { de: 'Wert', en: 'Value' },
};

export const labelOfPart = (name: string): Label => labels[name] ?? labelOfField({ name });
