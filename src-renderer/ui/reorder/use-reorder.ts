import { type DragEvent, useState } from 'react';

/** What is being dragged in this window: a browser tells drop places only the kind of a thing, not its name. */
let dragged: { readonly kind: string; readonly name: string } | undefined;

/** Where a dragged thing would come to stand. */
export type Edge = 'before' | 'after';

export interface Reorder {
  /** For the handle that begins the drag. */
  readonly handle: {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  /** For the thing itself, over which others can be dropped. */
  readonly target: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
    readonly 'data-drop': Edge | undefined;
  };
}

/**
 * Lets things of one kind be put in another order with the mouse. The keys that do the same are the caller's:
 * nothing here is for the mouse alone.
 *
 * @param axis the way in which the things follow one another on the screen
 */
export function useReorder(props: {
  readonly kind: string;
  readonly name: string;
  readonly axis: 'x' | 'y';
  readonly onMove: (name: string, edge: Edge) => void;
}): Reorder {
  const { kind, name, axis, onMove } = props;
  const [edge, setEdge] = useState<Edge>();
  const isWanted = () => dragged?.kind === kind && dragged.name !== name;
  const edgeAt = (event: DragEvent): Edge => {
    const box = event.currentTarget.getBoundingClientRect();
    const isFirstHalf =
      axis === 'y' ? event.clientY < box.top + box.height / 2 : event.clientX < box.left + box.width / 2;
    return isFirstHalf ? 'before' : 'after';
  };
  return {
    handle: {
      draggable: true,
      onDragStart: (event) => {
        dragged = { kind, name };
        event.dataTransfer.effectAllowed = 'move';
        // Firefox begins no drag without something in it; the name says nothing outside this window.
        event.dataTransfer.setData(`application/x-okm-${kind}`, name);
        const picture = event.currentTarget.closest('th');
        if (picture !== null) event.dataTransfer.setDragImage(picture, 12, 12);
      },
      onDragEnd: () => {
        dragged = undefined;
      },
    },
    target: {
      onDragOver: (event) => {
        if (!isWanted()) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setEdge(edgeAt(event));
      },
      onDragLeave: (event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setEdge(undefined);
      },
      onDrop: (event) => {
        setEdge(undefined);
        if (!isWanted() || dragged === undefined) return;
        event.preventDefault();
        onMove(dragged.name, edgeAt(event));
        dragged = undefined;
      },
      'data-drop': edge,
    },
  };
}
