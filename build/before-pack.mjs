// The packager calls this before it copies anything: the list of licences is made of what was just built.
import { writeLicences } from './licences.mjs';

/** @type {() => Promise<void>} */
export default async function beforePack() {
  writeLicences();
}
