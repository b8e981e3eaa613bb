// Opens the page: shows the answer to a linked query first, and loads GraphiQL meanwhile.
import './waiting.css';
import { showFirstAnswer } from './first-answer';

showFirstAnswer();
void import('./main');
