import { X } from 'lucide-react';
import { Suspense } from 'react';
import { IconButton } from '../design/IconButton';
import { Tip } from '../design/Tip';
import { Splitter } from '../design/Splitter';
import { prefer, usePreferences } from '../stores/preferences';
import { WINDOWS, type WindowProps } from './registry';

/** One side of the canvas: a row of windows, one of them open, as wide as somebody pulled it. */
export function Dock({ place, spell }: WindowProps & { place: 'right' | 'bottom' }) {
  const openId = usePreferences((state) => state[place]);
  const size = usePreferences((state) => place === 'right' ? state.rightWidth : state.bottomHeight);
  const entries = WINDOWS.filter((entry) => entry.place === place);
  const open = entries.find(({ id }) => id === openId);
  if (!open) {
    return null;
  }
  const resize = (to: number) => prefer(place === 'right' ? { rightWidth: to } : { bottomHeight: to });
  return (
    <section className={`dock ${place}`} style={place === 'right' ? { width: size } : { height: size }} aria-label={open.title}>
      <Splitter side={place === 'right' ? 'left' : 'top'} size={size} least={place === 'right' ? 280 : 120} most={place === 'right' ? 760 : 620} onSize={resize} />
      <header className="dock-head">
        <div role="tablist" aria-label={place === 'right' ? 'Windows at the side' : 'Windows below'} className="dock-tabs">
          {entries.map(({ id, title, icon: Icon }) => (
            <Tip key={id} text={title}>
              <button type="button" role="tab" aria-selected={id === open.id} aria-label={title} className="dock-tab" onClick={() => prefer({ [place]: id })}>
                <Icon size={15} aria-hidden />{id === open.id && <span>{title}</span>}
              </button>
            </Tip>
          ))}
        </div>
        <IconButton icon={X} label="Fold away" className="plain small" onClick={() => prefer({ [place]: undefined })} />
      </header>
      <div className="dock-body">
        <Suspense fallback={<p className="empty">One moment</p>}><open.View key={open.id} spell={spell} /></Suspense>
      </div>
    </section>
  );
}
