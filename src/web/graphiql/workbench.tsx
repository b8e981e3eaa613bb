// GraphiQL with our parts: examples, explorer, history, and language switch.
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { homeAddress } from './addresses';
import { AnswerViews } from './answer/answer-views';
import { CopyLink } from './copy-link';
import { DownloadTable } from './download-table';
import { EditorSettings } from './editor-settings';
import { FollowLanguage } from './follow-language';
import { endpoint } from './endpoint';
import { gallery } from './gallery';
import { JsonChecks } from './json-checks';
import { LanguageSwitch } from './language-switch';
import { QueryTools } from './query-tools';
import { arrival, firstVisit } from './start';
import { storage } from './storage';

const plugins = [gallery, explorerPlugin(), HISTORY_PLUGIN];

export function Workbench() {
  return (
    <GraphiQL
      fetcher={endpoint}
      storage={storage}
      plugins={plugins}
      visiblePlugin={firstVisit ? gallery : undefined}
      initialQuery={arrival?.query}
      initialVariables={arrival?.variables}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a className="home-link" href={homeAddress}>
          NUM data-space gateway
        </a>
        <LanguageSwitch />
        <JsonChecks />
        <EditorSettings />
        <FollowLanguage />
        <AnswerViews />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        <QueryTools />
        <CopyLink />
        <DownloadTable />
      </GraphiQL.Toolbar>
    </GraphiQL>
  );
}
