import { useEffect, useState, type FormEvent } from 'react';
import { Dialog } from '../../design/Dialog';
import { documents } from '../../rest/documents';
import { complain } from '../../stores/notices';
import type { DocumentsDocument, DocumentsNewDocument } from '../../wire';
import { LONGEST } from './files';

interface Props {
  /** The one that is changed; absent for a new one. */
  readonly document?: DocumentsDocument;
  readonly onSave: (written: DocumentsNewDocument) => Promise<void>;
  readonly onClose: () => void;
}

/** A document as it is written, or written anew. */
export function Writing({ document, onSave, onClose }: Props) {
  const [content, setContent] = useState(document === undefined ? '' : undefined);
  const [isSaving, setSaving] = useState(false);
  const id = document?.id;
  useEffect(() => {
    if (id !== undefined) {
      documents.get(id).then((whole) => setContent(whole.content ?? '')).catch((error: unknown) => {
        complain(error);
        onClose();
      });
    }
    // The content is asked for once, however often who opened this is drawn.
  }, [id]);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaving(true);
    const title = String(new FormData(event.currentTarget).get('title')).trim();
    const isUntitled = title === '' && document?.title === undefined;
    onSave({ ...(isUntitled ? {} : { title }), content: content ?? '' })
      .then(onClose).catch(complain).finally(() => setSaving(false));
  };
  return (
    <Dialog title={document === undefined ? 'Write a document' : 'Change the document'} wide onClose={onClose}>
      <form className="writing" onSubmit={save}>
        <div className="field"><label htmlFor="document-title">Title</label>
          <input className="input" id="document-title" name="title" defaultValue={document?.title ?? ''} maxLength={1000} autoComplete="off" /></div>
        <div className="field"><label htmlFor="document-content">Text</label>
          <textarea className="input" id="document-content" rows={14} required maxLength={LONGEST} disabled={content === undefined}
            placeholder={content === undefined ? 'One moment' : 'Plain text or Markdown'} value={content ?? ''} onChange={({ target }) => setContent(target.value)} /></div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>Cancel</button>
          <button type="submit" className="button primary" disabled={isSaving || content === undefined || content.trim() === ''}>{isSaving ? 'Keeping it' : 'Keep it'}</button>
        </div>
      </form>
    </Dialog>
  );
}
