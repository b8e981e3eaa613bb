// Lets readers save the pictures of a page as files.
import { addSavings } from './saving/picture-file';

const addToAll = () => document.querySelectorAll<HTMLElement>('figure.picture').forEach(addSavings);

addToAll();
// A picture was drawn in the place of another.
document.addEventListener('drawn', addToAll);
