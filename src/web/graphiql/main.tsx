// Starts GraphiQL on its page.
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './graphiql.css';
import './answer/answer.css';
// Monaco's web workers, each a file on our own origin.
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { exploreByKeyboard } from './explorer-keys';
import { relabel } from './relabel';
import { Workbench } from './workbench';

const place = document.getElementById('graphiql');
if (!place) throw new Error('The page has no element with the id "graphiql"; see graphiql.html.');
createRoot(place).render(<Workbench />);
exploreByKeyboard();
relabel();
