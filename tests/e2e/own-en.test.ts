import { ownTour } from './own-tour.ts';

ownTour('en');
