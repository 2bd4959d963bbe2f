import { compareTour } from './compare-tour.ts';

compareTour('zh');
