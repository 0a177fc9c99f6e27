import { X } from 'lucide-react';
import { Suspense, useId, type KeyboardEvent } from 'react';
import { IconButton } from '../design/IconButton';
import { Tip } from '../design/Tip';
import { keepFocus } from '../design/focus';
import { Splitter } from '../design/Splitter';
import { prefer, usePreferences } from '../stores/preferences';
import { besides } from './tabs';
import { WINDOWS, type WindowProps } from './registry';

/** One side of the canvas: a row of windows, one of them open, as wide as somebody pulled it. */
export function Dock({ place, spell }: WindowProps & { place: 'right' | 'bottom' }) {
  const openId = usePreferences((state) => state[place]);
  const size = usePreferences((state) => place === 'right' ? state.rightWidth : state.bottomHeight);
  const ids = useId();
  const entries = WINDOWS.filter((entry) => entry.place === place);
  const open = entries.find(({ id }) => id === openId);
  if (!open) {
    return null;
  }
  const resize = (to: number) => prefer(place === 'right' ? { rightWidth: to } : { bottomHeight: to });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = besides(entries, entries.indexOf(open), event.key);
    if (to) {
      event.preventDefault();
      prefer({ [place]: to.id });
      document.getElementById(`${ids}${to.id}`)?.focus();
    }
  };
  return (
    <section className={`dock ${place}`} style={place === 'right' ? { width: size } : { height: size }} aria-label={open.title}>
      <Splitter side={place === 'right' ? 'left' : 'top'} size={size} least={place === 'right' ? 280 : 120} most={place === 'right' ? 760 : 620} onSize={resize} />
      <header className="dock-head">
        <div role="tablist" aria-label={place === 'right' ? 'Windows at the side' : 'Windows below'} className="dock-tabs" onKeyDown={onKeyDown}>
          {entries.map(({ id, title, icon: Icon }) => (
            <Tip key={id} text={title}>
              <button
                type="button" role="tab" id={`${ids}${id}`} aria-selected={id === open.id} aria-label={title} tabIndex={id === open.id ? 0 : -1}
                {...(id === open.id ? { 'aria-controls': `${ids}body` } : {})} className="dock-tab" onClick={() => prefer({ [place]: id })}
              >
                <Icon size={15} aria-hidden />{id === open.id && <span>{title}</span>}
              </button>
            </Tip>
          ))}
        </div>
        <IconButton icon={X} label="Fold away" className="plain small" onClick={() => { prefer({ [place]: undefined }); keepFocus(); }} />
      </header>
      <div className="dock-body" role="tabpanel" id={`${ids}body`} aria-labelledby={`${ids}${open.id}`}>
        <Suspense fallback={<p className="empty">One moment</p>}><open.View key={open.id} spell={spell} /></Suspense>
      </div>
    </section>
  );
}
