import { autocompletion, closeBrackets, completionKeymap, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { bracketMatching, defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../design/nonce';
import { LOOK } from './look';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly value: string;
  readonly completions: readonly string[];
  readonly onChange: (value: string) => void;
}

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--t-object)' }, { tag: tags.string, color: 'var(--t-embedding)' }, { tag: tags.number, color: 'var(--t-number)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' }, { tag: [tags.propertyName, tags.definition(tags.variableName)], color: 'var(--t-string)' },
  { tag: [tags.bool, tags.null], color: 'var(--t-event)' },
]);

/** A field for code and prompts, which knows the names of what is wired to the node. */
export default function CodeField({ id, label, language, value, completions, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const change = useRef(onChange);
  const names = useRef(completions);
  change.current = onChange;
  names.current = completions;
  useEffect(() => {
    if (!place.current) {
      return undefined;
    }
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          EditorView.cspNonce.of(styleNonce()), history(), bracketMatching(), closeBrackets(), search({ top: true }),
          autocompletion({ override: [(context) => completed(context, names.current)] }),
          keymap.of([...completionKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap, ...(isCode(language) ? [indentWithTab] : [])]),
          ...of(language), syntaxHighlighting(HIGHLIGHT), syntaxHighlighting(defaultHighlightStyle, { fallback: true }), LOOK,
          EditorView.lineWrapping, placeholder(isCode(language) ? '' : 'Text, with {{names}} of inputs in it'),
          EditorView.contentAttributes.of({ 'aria-label': label, id }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              change.current(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // The view keeps its own text; what comes from elsewhere is put in below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, language]);
  useEffect(() => {
    const now = view.current;
    if (now && !now.hasFocus && now.state.doc.toString() !== value) {
      now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: value } });
    }
  }, [value]);
  return <div ref={place} className="code-field" />;
}

function isCode(language: string): boolean {
  return language === 'javascript' || language === 'json' || language === 'python';
}

function of(language: string): Extension[] {
  switch (language) {
    case 'javascript':
      return [javascript(), lineNumbers()];
    case 'json':
      return [json()];
    default:
      return [];
  }
}

/** The names of the node's inputs, where one begins to be written. */
function completed(context: CompletionContext, names: readonly string[]): CompletionResult | null {
  const word = context.matchBefore(/\{\{\s*[\w.-]*|[\w.-]+/);
  if (!word || (word.from === word.to && !context.explicit)) {
    return null;
  }
  const braces = /^\{\{\s*/.exec(word.text)?.[0] ?? '';
  return {
    from: word.from + braces.length,
    options: names.map((name) => ({ label: name, type: 'variable', apply: braces === '' ? name : `${name}}}` })),
  };
}
