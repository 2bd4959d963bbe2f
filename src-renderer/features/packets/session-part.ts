import type { OpenPacket, Session } from '#contract/packets.ts';

/** What every part of a session's form works on. */
export interface SessionPart {
  readonly open: OpenPacket;
  readonly session: Session;
  readonly change: (change: (old: Session) => Session) => void;
}
