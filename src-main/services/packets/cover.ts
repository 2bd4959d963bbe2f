import type { PacketDocument } from '#contract/packet-document.ts';
import { packetTexts } from '#domain/packet/texts.ts';

/** The lines under a packet's title: which edition, for whom, when, under which licence. */
export function coverFacts({
  language,
  edition,
  subtitle,
  audience,
  licence,
  date,
}: PacketDocument): string[] {
  const texts = packetTexts[language];
  return [
    subtitle,
    texts.editions[edition],
    audience.trim() === '' ? '' : texts.audience(audience.trim()),
    texts.date(date),
    licence.trim() === '' ? '' : texts.licence(licence.trim()),
  ].filter((line) => line.trim() !== '');
}
