import './without-eval.ts';
import { createRoot } from 'react-dom/client';
import '../ui/styles.css';
import { start } from './start.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root');
void start(createRoot(place));
