export interface Presence {
  /** A page is there, or asks for something, until the answered function is called. */
  enter(): () => void;
  /** Stops watching. */
  end(): void;
}

/**
 * Notices when the last page has been gone for a while. Every request counts as presence, and the stream of
 * changes that each open page listens to counts for as long as it is open.
 *
 * @param firstMs how long to wait for the first page
 * @param goneMs how long to wait after the last one left, so that a reload does not end the program
 */
export function watchPresence(firstMs: number, goneMs: number, onGone: () => void): Presence {
  let present = 0;
  let ended = false;
  let timer = setTimeout(onGone, firstMs);
  return {
    enter() {
      present += 1;
      clearTimeout(timer);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        present -= 1;
        if (present === 0 && !ended) timer = setTimeout(onGone, goneMs);
      };
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
