import { packetsTour } from './packets-tour.ts';

packetsTour('en');
