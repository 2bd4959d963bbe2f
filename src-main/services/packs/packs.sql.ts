import type { Database } from 'better-sqlite3';
import { withAct } from '../acts/acts.sql.ts';
import type { TakenNotes } from '../exchange/exchange.sql.ts';
import { writeTaken } from '../exchange/exchange.sql.ts';
import { insertPacket } from '../packets/packets.sql.ts';

interface TakenPack {
  readonly packets: readonly { readonly id: string; readonly content: unknown }[];
  readonly collections: readonly {
    readonly id: string;
    readonly name: string;
    readonly saved: unknown;
    readonly items: readonly { readonly kind: string; readonly id: string }[];
  }[];
  readonly notes: TakenNotes | null;
  readonly name: string;
  readonly at: string;
}

/** Takes packets, collections and notes of a pack in, as one act: what is there already stays as it is. */
export function takeInPack(
  db: Database,
  { packets, collections, notes, name, at }: TakenPack,
): { notes: number } {
  return withAct(db, { kind: 'import-pack', name, at }, (touch) => {
    for (const { id, content } of packets) {
      touch('packets', id);
      insertPacket(db, id, content, at);
    }
    for (const { id, name: title, saved, items } of collections) {
      touch('collections', id);
      db.prepare(
        `INSERT INTO collections (id, name, saved, position, created_at, modified_at)
         VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM collections), ?, ?) ON CONFLICT DO NOTHING`,
      ).run(id, title, saved === null ? null : JSON.stringify(saved), at, at);
      for (const [index, item] of items.entries()) {
        touch('collection_items', id, item.kind, item.id);
        db.prepare(
          'INSERT INTO collection_items (collection_id, kind, item_id, position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        ).run(id, item.kind, item.id, index + 1);
      }
    }
    if (!notes) return { notes: 0 };
    const { added, changed } = writeTaken(db, notes, at, touch);
    return { notes: added + changed };
  });
}
