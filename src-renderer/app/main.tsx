import '../ui/styles.css';
import { forbidEval } from './without-eval.ts';

forbidEval();
const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root');
// Everything else is loaded after that, and so finds it done.
void import('./start.tsx').then(({ start }) => start(place));
