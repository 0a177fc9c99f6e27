import { defaultKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../design/nonce';
import { LOOK } from './look';

/** A text of any length, to be read and searched: only what is in sight of it is on the page. */
export default function TextView({ label, text }: { label: string; text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) {
      return undefined;
    }
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(styleNonce()), EditorState.readOnly.of(true), search({ top: true }), keymap.of([...searchKeymap, ...defaultKeymap]), LOOK,
          EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': label }),
        ],
      }),
    });
    return () => view.destroy();
  }, [label, text]);
  return <div ref={place} className="text-view" />;
}
