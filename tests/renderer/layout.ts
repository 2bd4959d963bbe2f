/**
 * Gives elements a size, which the test environment does not lay out: without one a list draws no row and a
 * screen takes itself for a phone. Also what it lacks of the browser: observers, media queries, fonts.
 */
export function withLayout(width = 1280, height = 800): void {
  const sizes = { offsetWidth: width, offsetHeight: height, clientWidth: width, clientHeight: height };
  for (const [name, value] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  const rect = DOMRect.fromRect?.({ x: 0, y: 0, width, height: 24 }) ?? new DOMRect(0, 0, width, 24);
  Range.prototype.getClientRects = () =>
    Object.assign([rect], { item: () => rect }) as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => rect;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  window.scrollTo = () => undefined;
  globalThis.ResizeObserver = class {
    readonly #changed: ResizeObserverCallback;
    constructor(changed: ResizeObserverCallback) {
      this.#changed = changed;
    }
    observe(target: Element): void {
      const size = [{ inlineSize: width, blockSize: height }];
      const entry = {
        target,
        contentRect: rect,
        borderBoxSize: size,
        contentBoxSize: size,
        devicePixelContentBoxSize: size,
      };
      this.#changed([entry], this);
    }
    unobserve(): void {}
    disconnect(): void {}
  };
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
  Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
}
