import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { withAct } from '../acts/acts.sql.ts';

/** A packet as it is stored; its content is read by the contract's schema. */
export interface PacketRow {
  readonly id: string;
  readonly revision: number;
  readonly content: unknown;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface VersionRow {
  readonly seq: number;
  readonly name: string;
  readonly kind: string;
  readonly at: string;
  readonly content: unknown;
}

const columns = 'id, revision, content, created_at AS createdAt, modified_at AS modifiedAt';
/** Versions of a packet that are kept; those kept by hand are never dropped. */
const KEPT_EXPORTS = 30;

/** Packets out of the bin, the last changed first. */
export function list(db: Database, _input: undefined): PacketRow[] {
  return db
    .prepare(`SELECT ${columns} FROM packets WHERE deleted_at IS NULL ORDER BY modified_at DESC, seq DESC`)
    .all()
    .map(toRow);
}

export function get(db: Database, { id }: { id: string }): PacketRow | undefined {
  const raw = db.prepare(`SELECT ${columns} FROM packets WHERE id = ? AND deleted_at IS NULL`).get(id);
  return raw === undefined ? undefined : toRow(raw);
}

interface Written {
  readonly id: string;
  readonly content: { readonly title: string };
  readonly at: string;
}

/** Makes a packet; one that is there already, sent twice, stays as it is. */
export function create(db: Database, { id, content, at }: Written): PacketRow | undefined {
  withAct(db, { kind: 'packet-create', name: content.title, at }, (touch) => {
    touch('packets', id);
    insertPacket(db, id, content, at);
  });
  return get(db, { id });
}

/** Puts a new packet in; one that is there already stays as it is. */
export function insertPacket(db: Database, id: string, content: unknown, at: string): void {
  const json = JSON.stringify(content);
  db.prepare(
    `INSERT INTO packets (id, revision, content, created_at, modified_at, hash) VALUES (?, 1, ?, ?, ?, ?)
     ON CONFLICT (id) DO NOTHING`,
  ).run(id, json, at, at, hashOf(id, json));
}

/** Writes a packet's content over the revision that it was made from; undefined where that is an older one. */
export function save(
  db: Database,
  { id, revision, content, at }: Written & { revision: number },
): PacketRow | undefined {
  return withAct(db, { kind: 'packet-edit', name: content.title, at }, (touch) => {
    touch('packets', id);
    const json = JSON.stringify(content);
    const { changes } = db
      .prepare(
        `UPDATE packets SET content = ?, revision = ?, modified_at = ?, hash = ?
         WHERE id = ? AND revision = ? AND deleted_at IS NULL`,
      )
      .run(json, nextRevision(db, id), at, hashOf(id, json), id, revision);
    return changes === 0 ? undefined : get(db, { id });
  });
}

/** Moves a packet to the bin; says whether there was one. */
export function remove(db: Database, { id, at }: { id: string; at: string }): boolean {
  const name = titleOf(get(db, { id }));
  return withAct(db, { kind: 'packet-remove', name, at }, (touch) => {
    touch('packets', id);
    return (
      db.prepare('UPDATE packets SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id)
        .changes > 0
    );
  });
}

/** Takes a packet out of the bin. */
export function restore(db: Database, { id }: { id: string }): PacketRow | undefined {
  db.prepare('UPDATE packets SET deleted_at = NULL WHERE id = ?').run(id);
  return get(db, { id });
}

/** The versions of a packet, the newest first. */
export function versions(db: Database, { id }: { id: string }): VersionRow[] {
  return (
    db
      .prepare(
        'SELECT seq, name, kind, at, content FROM packet_versions WHERE packet_id = ? ORDER BY seq DESC',
      )
      .all(id) as (VersionRow & { content: string })[]
  ).map((row) => ({ ...row, content: JSON.parse(row.content) }));
}

export function version(db: Database, { id, seq }: { id: string; seq: number }): VersionRow | undefined {
  return versions(db, { id }).find((one) => one.seq === seq);
}

/** Keeps the packet as it stands. One that is the same as the last version by its kind is not kept again. */
export function keepVersion(
  db: Database,
  { id, name, kind, at }: { id: string; name: string; kind: 'kept' | 'exported'; at: string },
): VersionRow[] {
  db.prepare(
    `INSERT INTO packet_versions (packet_id, name, kind, content, at)
     SELECT id, @name, @kind, content, @at FROM packets WHERE id = @id AND NOT (@kind = 'exported' AND EXISTS (
       SELECT 1 FROM packet_versions last WHERE last.packet_id = @id AND last.content = packets.content
         AND last.name = @name AND last.seq = (SELECT max(seq) FROM packet_versions WHERE packet_id = @id)))`,
  ).run({ id, name, kind, at });
  db.prepare(
    `DELETE FROM packet_versions WHERE packet_id = ? AND kind = 'exported' AND seq NOT IN (
       SELECT seq FROM packet_versions WHERE packet_id = ? AND kind = 'exported' ORDER BY seq DESC LIMIT ?)`,
  ).run(id, id, KEPT_EXPORTS);
  return versions(db, { id });
}

/** Numbers only grow, over undo too, so that an older screen is told from a newer one. */
function nextRevision(db: Database, id: string): number {
  const now = Number(db.prepare('SELECT revision FROM packets WHERE id = ?').pluck().get(id) ?? 0);
  const acts = Number(db.prepare('SELECT coalesce(max(seq), 0) FROM acts').pluck().get());
  return Math.max(now, acts) + 1;
}

function titleOf(row: PacketRow | undefined): string {
  const content = row?.content;
  return typeof content === 'object' && content !== null && 'title' in content ? String(content.title) : '';
}

/** Hash of what the user wrote and where, so that a flipped bit is found and named. */
function hashOf(id: string, json: string): string {
  return createHash('sha256').update(`${id}\n${json}`).digest('hex');
}

/** The packets whose content is not what was written. */
export function badHashes(db: Database): string[] {
  const rows = db.prepare('SELECT id, content, hash FROM packets').all() as {
    id: string;
    content: string;
    hash: string;
  }[];
  return rows.filter(({ id, content, hash }) => hashOf(id, content) !== hash).map(({ id }) => id);
}

function toRow(raw: unknown): PacketRow {
  const row = raw as PacketRow & { content: unknown };
  return { ...row, content: JSON.parse(String(row.content)) };
}
