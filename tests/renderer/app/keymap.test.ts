import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeymap, type Keymap } from '../../../src-renderer/app/keys/keymap.ts';

let singleKeys = true;
let keymap: Keymap;
const scope = document.createElement('div');
const inside = document.createElement('p');
const field = document.createElement('input');
const outside = document.createElement('button');

function press(target: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    code: `Key${key.toUpperCase()}`,
    bubbles: true,
    cancelable: true,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  singleKeys = true;
  keymap = createKeymap(() => singleKeys);
  scope.append(inside, field);
  document.body.append(scope, outside);
  window.addEventListener('keydown', keymap.handle);
});
afterEach(() => {
  window.removeEventListener('keydown', keymap.handle);
  document.body.replaceChildren();
});

describe('keys', () => {
  it('do a command from its letter inside its place, and swallow the letter', () => {
    const note = vi.fn();
    keymap.register({ handlers: { 'reader.note': note }, scope: () => scope });
    expect(press(inside, 'n').defaultPrevented).toBe(true);
    expect(note).toHaveBeenCalledOnce();
  });

  it('leave letters alone in a field, elsewhere in the window, and where they are switched off', () => {
    const note = vi.fn();
    keymap.register({ handlers: { 'reader.note': note }, scope: () => scope });
    press(field, 'n');
    press(outside, 'n');
    singleKeys = false;
    press(inside, 'n');
    expect(note).not.toHaveBeenCalled();
  });

  it('leave Enter to the button that has the focus', () => {
    const open = vi.fn();
    const button = document.createElement('button');
    scope.append(button);
    keymap.register({ handlers: { 'library.open': open }, scope: () => scope });
    expect(press(button, 'Enter', { code: 'Enter' }).defaultPrevented).toBe(false);
    expect(open).not.toHaveBeenCalled();
    press(inside, 'Enter', { code: 'Enter' });
    expect(open).toHaveBeenCalledOnce();
  });

  it('belong to the input method while it composes', () => {
    const note = vi.fn();
    const palette = vi.fn();
    keymap.register({ handlers: { 'reader.note': note, palette }, scope: () => scope });
    press(inside, 'n', { isComposing: true });
    press(field, 'k', { ctrlKey: true, isComposing: true });
    expect(note).not.toHaveBeenCalled();
    expect(palette).not.toHaveBeenCalled();
  });

  it('open the palette from a field too, but undo and close nothing there', () => {
    const palette = vi.fn();
    const undo = vi.fn();
    const close = vi.fn();
    keymap.register({ handlers: { palette, undo, escape: close }, scope: undefined });
    press(field, 'k', { ctrlKey: true });
    press(field, 'z', { ctrlKey: true });
    press(field, 'Escape', { code: 'Escape' });
    expect(palette).toHaveBeenCalledOnce();
    expect(undo).not.toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });

  it('ask the newest place first, and the one before it when that declines', () => {
    const first = vi.fn();
    keymap.register({ handlers: { escape: first }, scope: undefined });
    const leave = keymap.register({ handlers: { escape: () => false }, scope: undefined });
    press(inside, 'Escape', { code: 'Escape' });
    expect(first).toHaveBeenCalledOnce();
    leave();
    keymap.register({ handlers: { escape: () => undefined }, scope: undefined });
    press(inside, 'Escape', { code: 'Escape' });
    expect(first).toHaveBeenCalledOnce();
  });

  it('stay with a dialog while one has the focus', () => {
    const palette = vi.fn();
    keymap.register({ handlers: { palette }, scope: undefined });
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'dialog');
    dialog.append(outside);
    document.body.append(dialog);
    press(outside, 'k', { ctrlKey: true });
    expect(palette).not.toHaveBeenCalled();
  });
});
