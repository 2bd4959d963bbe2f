import type { Delivery } from '#contract/exports.ts';
import type { Deliveries, Document } from '../deliveries.ts';

/** Puts a written file where the shell fetches it, and says what it is. */
export function deliver(
  { missing, ...document }: Document & { readonly missing: readonly string[] },
  deliveries: Deliveries,
): Delivery {
  return {
    ticket: deliveries.put(document),
    fileName: document.fileName,
    sizeBytes: document.bytes.length,
    citations: 0,
    unsupported: 0,
    missing: [...missing],
  };
}
