// jsdom brings no types; tests need no more of it than a window.
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { contentType: string });
    readonly window: Window & typeof globalThis;
  }
}
