import { tourNotes } from './notes-tour.ts';

tourNotes('zh');
