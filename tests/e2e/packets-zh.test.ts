import { packetsTour } from './packets-tour.ts';

packetsTour('zh');
