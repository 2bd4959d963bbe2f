import { OkmError } from '#contract/errors.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Apart } from './apart.ts';

/**
 * Opens the store of a data folder; a damaged one is brought back first, from the newest verified backup and
 * the journal.
 *
 * @throws OkmError STORE_DAMAGED where there is nothing to bring it back from
 */
export async function openMended(folder: string, door: string, since: string, apart: Apart): Promise<Store> {
  try {
    return await openStore(folder, door, since);
  } catch (error) {
    if (!(error instanceof OkmError) || error.code !== 'STORE_DAMAGED') throw error;
    await apart('mend', { folder, at: since });
    return openStore(folder, door, since);
  }
}
