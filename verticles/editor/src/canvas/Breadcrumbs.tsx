import { ChevronRight } from 'lucide-react';
import { nameOf, stepOut, useInside } from '../stores/inside';

/** The way from the spell that is open to the sub-spell that is drawn. */
export function Breadcrumbs({ root }: { root: string }) {
  const { of, path } = useInside();
  if (of !== root || path.length === 0) {
    return null;
  }
  return (
    <nav className="breadcrumbs" aria-label="Sub-spells">
      {[{ spell: root }, ...path].map(({ spell }, level) => (
        <span key={level}>
          {level > 0 && <ChevronRight size={13} aria-hidden />}
          {level === path.length ? <strong aria-current="page">{nameOf(spell)}</strong>
            : <button type="button" className="link" onClick={() => stepOut(level)}>{nameOf(spell)}</button>}
        </span>
      ))}
    </nav>
  );
}
