import { studyTour } from './study-tour.ts';

studyTour('zh');
