import { tourCollections } from './collect-tour.ts';

tourCollections('zh');
