import { X } from 'lucide-react';
import { dismiss, useNotices } from '../stores/notices';
import { IconButton } from './IconButton';
import { sentence } from './sentence';

export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <div className="notices" role="status" aria-live="polite">
      {notices.map(({ id, tone, text, action }) => (
        <div key={id} className={`notice ${tone}`}>
          <span>{sentence(text)}</span>
          {action && <button type="button" className="button small" onClick={() => { action.do(); dismiss(id); }}>{action.label}</button>}
          <IconButton icon={X} label="Close" className="plain small" onClick={() => dismiss(id)} />
        </div>
      ))}
    </div>
  );
}
