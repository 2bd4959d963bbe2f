import type { Delivery } from '#contract/exports.ts';
import type {
  Matrix,
  Picture,
  PictureFilters,
  PictureInput,
  PictureList,
  PictureTheme,
} from '#contract/pictures.ts';
import { cross } from '#domain/picture/cross.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { keepCases } from '#domain/picture/values.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { deliver } from '../exports/document/deliver.ts';
import { safeFileName } from '../exports/file-name.ts';
import { createIdleWorker } from '../idle-worker.ts';
import type { Library } from '../library/library.ts';
import { workerUrl } from '../worker-url.ts';
import type { Painted, PictureFormat, StudioJob, StudioSetup } from './messages.ts';

/** The thread holds two fonts while it lives, some 40 MB, and starts again in half a second. */
const IDLE_MS = 30_000;

export interface PictureFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Characters that the fonts do not have. */
  readonly missing: readonly string[];
}

/** Pictures of the library: on screen, as tables, and as files. */
export function createPictureService(parts: {
  readonly library: Library;
  readonly deliveries: Deliveries;
  readonly fontsDir: string;
}) {
  const { library, deliveries, fontsDir } = parts;
  const studio = createIdleWorker<StudioJob, Painted>({
    url: workerUrl('./pictures/studio-worker.ts'),
    workerData: { fontsDir } satisfies StudioSetup,
    idleMs: IDLE_MS,
  });

  /** Writes a picture as a file: outlines for words, real colours for tokens. */
  async function write(
    input: PictureInput,
    format: PictureFormat,
    theme: PictureTheme,
  ): Promise<PictureFile> {
    const { title, alt, source, notShown, drawing } = drawPicture([...library.all()], input);
    const picture = { title, alt, source, notShown, drawing };
    const { bytes, missing } = await studio.run({ picture, format, theme });
    return {
      fileName: safeFileName(title, format),
      mediaType: format === 'svg' ? 'image/svg+xml' : 'image/png',
      bytes,
      missing,
    };
  }

  return {
    matrix: (input: {
      rows: PictureList;
      columns: PictureList;
      share: boolean;
      filters?: PictureFilters | undefined;
    }): Matrix => cross(keepCases([...library.all()], input.filters), input.rows, input.columns, input.share),
    draw: (input: PictureInput): Picture => drawPicture([...library.all()], input),
    write,
    async export(input: {
      picture: PictureInput;
      format: PictureFormat;
      theme: PictureTheme;
    }): Promise<Delivery> {
      return deliver(await write(input.picture, input.format, input.theme), deliveries);
    },
    close: () => studio.close(),
  };
}
export type PictureService = ReturnType<typeof createPictureService>;
