import { z } from 'zod';
import { OkmError } from '#contract/errors.ts';
import type { CitationStyle, Delivery } from '#contract/exports.ts';
import { Bilingual, type Language } from '#contract/ids.ts';
import { Answer, type Ledger, OwnPlace } from '#contract/transfer.ts';
import { type FillFinder, makeFillFinder } from '#domain/transfer/find-fills.ts';
import { ledgerDocument } from '#domain/transfer/ledger-document.ts';
import { makeLedger } from '#domain/transfer/make-ledger.ts';
import type { Changes } from '../changes.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { deliver } from '../exports/document/deliver.ts';
import { type DocumentFormat, renderDocument } from '../exports/document/render-document.ts';
import type { Press } from '../exports/pdf/press.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly deliveries: Deliveries;
  readonly press: Press;
  readonly now: () => Date;
}

const StoredAnswer = z.object({
  caseId: z.string(),
  conditionId: z.string(),
  answer: Answer,
  note: z.string(),
  condition: Bilingual,
});

interface LedgerInput {
  readonly placeId: string | null;
  readonly cases: readonly string[];
  readonly language: Language;
}

/** The transfer ledger: the conditions that cases state, ticked against the user's own places. */
export function createTransferService({ store, library, changes, deliveries, press, now }: Parts) {
  const at = () => now().toISOString();
  const notThere = () => new OkmError('INPUT_INVALID', { path: 'placeId', issue: 'not_there' });
  const finders = new Map<Language, FillFinder>();
  library.onChange(() => finders.clear());

  /** The finder over the library as it stands; made again when it has changed. */
  function finderFor(language: Language): FillFinder {
    const known = finders.get(language);
    if (known !== undefined) return known;
    const finder = makeFillFinder(library.all(), language, library.find);
    finders.set(language, finder);
    return finder;
  }

  async function placeOf(id: string): Promise<OwnPlace> {
    const row = await store.call('findOwnPlace', { id });
    if (!row) throw notThere();
    return OwnPlace.parse(row);
  }

  /** @throws OkmError CASE_NOT_FOUND, INPUT_INVALID for a place that is gone */
  async function ledger({ placeId, cases, language }: LedgerInput): Promise<Ledger> {
    const found = [...new Set(cases)].map((id) => library.get(id));
    const place = placeId === null ? undefined : await placeOf(placeId);
    const answers =
      placeId === null
        ? []
        : (await store.call('listOwnPlaceAnswers', { id: placeId })).map((row) => StoredAnswer.parse(row));
    return makeLedger(found, place, answers, finderFor(language));
  }

  async function write(input: LedgerInput & { format: DocumentFormat; style: CitationStyle }) {
    const { language, style } = input;
    const day = at().slice(0, 10);
    const document = ledgerDocument(await ledger(input), library.find, { language, style, day });
    return renderDocument(document, input.format, press);
  }

  return {
    async places(): Promise<OwnPlace[]> {
      return (await store.call('listOwnPlaces', undefined)).map((row) => OwnPlace.parse(row));
    },

    async createPlace(input: { id: string; name: string; level: string | null; space: readonly string[] }) {
      const row = await store.call('createOwnPlace', { ...input, at: at() });
      changes.emit('transfer');
      if (!row) throw notThere();
      return OwnPlace.parse(row);
    },

    /** @throws OkmError INPUT_INVALID */
    async updatePlace(input: {
      id: string;
      name?: string | undefined;
      level?: string | null | undefined;
      space?: readonly string[] | undefined;
    }) {
      const row = await store.call('updateOwnPlace', { ...input, at: at() });
      if (!row) throw notThere();
      changes.emit('transfer');
      return OwnPlace.parse(row);
    },

    async removePlace({ id }: { id: string }) {
      await placeOf(id);
      await store.call('removeOwnPlace', { id, at: at() });
      changes.emit('transfer');
      return {};
    },

    ledger,

    /** @throws OkmError CASE_NOT_FOUND, INPUT_INVALID for a place or a condition that is not there */
    async answer(input: {
      placeId: string;
      caseId: string;
      conditionId: string;
      answer: Answer | null;
      note: string;
    }) {
      await placeOf(input.placeId);
      const { transfer } = library.get(input.caseId).front;
      const condition = transfer.find(({ id }) => id === input.conditionId)?.condition;
      if (condition === undefined) {
        throw new OkmError('INPUT_INVALID', { path: 'conditionId', issue: 'not_there' });
      }
      await store.call('answerOwnPlace', { ...input, condition, at: at() });
      changes.emit('transfer');
      return {};
    },

    write,
    async export(input: LedgerInput & { format: DocumentFormat; style: CitationStyle }): Promise<Delivery> {
      return deliver(await write(input), deliveries);
    },
  };
}
export type TransferService = ReturnType<typeof createTransferService>;
