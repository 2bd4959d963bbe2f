import { ownTour } from './own-tour.ts';

ownTour('zh');
