import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';

/** A button that asks for one file of some kinds, and hands it over. */
export function FileButton(props: {
  /** Endings or media types, as browsers take them: `.png,.jpg`. */
  readonly accept: string;
  readonly variant?: 'plain' | 'filled' | 'link';
  readonly icon?: ReactNode;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}) {
  const { accept, variant, icon, onFile, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(variant === undefined ? {} : { variant })}
        {...(icon === undefined ? {} : { icon })}
        onPress={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file, mended, can be chosen again.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
