/** A: it is clear how metadata and data can be had. */
import { dcat, dct } from '../../../vocabulary/namespaces';
import { any, best, type FairTest, type Judgement, type Path } from '../fair-test';
import type { Stated, Statements } from '../statements';

/** Schemes of open, free protocols, all of which can ask for an authorisation. */
const standardProtocol = /^(?:https?|ftps?|sftp|ssh|s3|gs|webdavs?):/i;

const dataAddress: Path = [dcat('distribution'), dcat('accessURL')];

const dataAddresses = (statements: Statements): readonly Stated[] =>
  statements.ofParts(dcat('distribution'), dcat('accessURL'), dcat('downloadURL'));

/** The metadata are at the record's own web address. */
const byWeb = (statements: Statements): Judgement =>
  any(statements.of(dct('identifier')), [dct('identifier')]);

const byProtocol = (statements: Statements): Judgement => {
  const found = best(dataAddresses(statements), (value) => standardProtocol.test(value), dataAddress);
  return found.outcome === 'PARTLY' ? { ...found, outcome: 'FAIL' } : found;
};

const test = (id: string, points: number, about: FairTest['about'], judge: FairTest['judge']): FairTest => ({
  id,
  metric: id.replace(/-\d$/, ''),
  principle: 'ACCESSIBLE',
  points,
  about,
  judge,
});

export const accessible: readonly FairTest[] = [
  test(
    'FsF-A1-01M-1',
    1,
    {
      de: 'Es steht da, wer die Daten nutzen darf, mit einem Code der Europäischen Union.',
      en: 'Who may use the data is stated, by a code of the European Union.',
    },
    (statements) => any(statements.of(dct('accessRights')), [dct('accessRights')]),
  ),
  test(
    'FsF-A1-02MD-1',
    1,
    { de: 'Die Metadaten antworten unter ihrer Kennung.', en: 'The metadata answer at their identifier.' },
    null,
  ),
  test(
    'FsF-A1-02MD-2',
    1,
    { de: 'Die Daten antworten unter ihrer Adresse.', en: 'The data answer at their address.' },
    null,
  ),
  test(
    'FsF-A1.1-01MD-1',
    1,
    { de: 'Man erhält die Metadaten über HTTP.', en: 'The metadata can be had by HTTP.' },
    byWeb,
  ),
  test(
    'FsF-A1.1-01MD-2',
    1,
    {
      de: 'Die Adresse der Daten hat ein verbreitetes Protokoll.',
      en: 'The address of the data has a standard protocol.',
    },
    byProtocol,
  ),
  test(
    'FsF-A1.2-01MD-1',
    1,
    {
      de: 'Das Protokoll der Metadaten kennt eine Anmeldung.',
      en: 'The protocol of the metadata allows an authorisation.',
    },
    byWeb,
  ),
  test(
    'FsF-A1.2-01MD-2',
    1,
    {
      de: 'Das Protokoll der Daten kennt eine Anmeldung.',
      en: 'The protocol of the data allows an authorisation.',
    },
    byProtocol,
  ),
];
