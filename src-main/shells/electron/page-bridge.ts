import { basename, join } from 'node:path';
import {
  app,
  type BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  type MessagePortMain,
} from 'electron';
import type { Language } from '#contract/ids.ts';
import type { Document } from '#services/exports/deliveries.ts';
import { writeFile } from '#services/files/write-file.ts';
import type { Program } from '../open-program.ts';
import { answerPort, type WirePort } from '../port-door.ts';
import type { DialogFolder } from './dialog-folder.ts';
import { sayFailure } from './failure-box.ts';
import { isOurPage } from './sender.ts';
import { type Say, speak } from './texts.ts';

const MAX_TICKET = 200;

interface Parts {
  readonly program: Program;
  /** The window of ours that has these contents. */
  readonly windowOf: (contentsId: number) => BrowserWindow | undefined;
  readonly language: () => Language;
  readonly folder: DialogFolder;
}

/**
 * Listens for the three things that a page may ask of the main process: to answer a port, to save a finished
 * document, and to put a finished picture on the clipboard. Whoever is not our page is not answered, and learns nothing.
 */
export function openPageBridge({ program, windowOf, language, folder }: Parts): void {
  const isOurs = (contentsId: number) => windowOf(contentsId) !== undefined;
  ipcMain.on('okm:port', (event) => {
    const [port, ...more] = event.ports;
    if (!isOurPage(event, isOurs) || port === undefined || more.length > 0) {
      for (const refused of event.ports) refused.close();
      program.log.write({ event: 'refused', code: 'okm:port' });
      return;
    }
    answerPort(wirePort(port), program.router, program.log);
    port.start();
  });
  ipcMain.handle('okm:save', async (event, ticket: unknown) => {
    const window = windowOf(event.sender.id);
    if (!isOurPage(event, isOurs) || window === undefined) {
      program.log.write({ event: 'refused', code: 'okm:save' });
      return { saved: false };
    }
    try {
      const document = program.takeDocument(typeof ticket === 'string' ? ticket.slice(0, MAX_TICKET) : '');
      return { saved: await saveDocument(window, document, folder, speak(language())) };
    } catch (error) {
      await sayFailure(window, error, language(), program.log);
      return { saved: false };
    }
  });
  ipcMain.handle('okm:copy-picture', async (event, ticket: unknown) => {
    const window = windowOf(event.sender.id);
    if (!isOurPage(event, isOurs) || window === undefined) {
      program.log.write({ event: 'refused', code: 'okm:copy-picture' });
      return { copied: false };
    }
    try {
      const document = program.takeDocument(typeof ticket === 'string' ? ticket.slice(0, MAX_TICKET) : '');
      return { copied: await copyPicture(document) };
    } catch (error) {
      await sayFailure(window, error, language(), program.log);
      return { copied: false };
    }
  });
}

/** Puts a PNG on the clipboard; nothing else is taken for a picture. */
async function copyPicture({ mediaType, bytes }: Document): Promise<boolean> {
  if (mediaType !== 'image/png') return false;
  const png = new Blob([new Uint8Array(bytes)], { type: mediaType });
  await clipboard.write([new ClipboardItem({ [mediaType]: png })]);
  return true;
}

function wirePort(port: MessagePortMain): WirePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => void port.on('close', listener),
  };
}

/** Asks where a document shall go and writes it there; false when the user would rather not. */
async function saveDocument(
  window: BrowserWindow,
  { fileName, bytes }: Document,
  folder: DialogFolder,
  say: Say,
): Promise<boolean> {
  const extension = /\.(\w{1,12})$/.exec(fileName)?.[1];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('saveTitle'),
    defaultPath: join(await folder.read(app.getPath('documents')), basename(fileName)),
    ...(extension === undefined
      ? {}
      : { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return false;
  await writeFile(filePath, bytes);
  await folder.remember(filePath);
  return true;
}
