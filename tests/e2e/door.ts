import type { BrowserContext, Page } from 'playwright-core';

/** What a door needs to open the program. */
export interface DoorOptions {
  readonly context: BrowserContext;
  readonly dataDir: string;
  readonly language: 'zh' | 'en';
  /** Folder of the built program, where it is not this checkout’s. */
  readonly root?: string;
}

/** The program opened by one of its doors. */
export interface OpenDoor {
  readonly page: Page;
  /** Every request of the page begins so. */
  readonly origin: string;
  /** Does what makes the program hand over a document, and waits until the document lies at `file`. */
  readonly saveAs: (file: string, press: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}
