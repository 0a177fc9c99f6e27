import { Search } from 'lucide-react';
import { useState } from 'react';
import type { SpellsProject, SpellsSpellPage } from '../../wire';
import { Trouble } from '../../windows/listing/Listing';
import type { Pages } from '../../windows/listing/usePages';
import { ProjectBar } from './ProjectBar';
import { ProjectMenu } from './ProjectMenu';
import { SpellCard } from './SpellCard';

/** So many are seen at once, and need no search. */
const HANDFUL = 6;

interface Props {
  readonly projects: readonly SpellsProject[];
  readonly shown: SpellsProject | undefined;
  readonly own: Pages<SpellsSpellPage>;
  readonly sought: string;
  readonly onSeek: (text: string) => void;
}

/** The spells of a project, or of all. */
export function OwnSpells({ projects, shown, own, sought, onSeek }: Props) {
  const spells = own.pages.flatMap(({ items }) => items);
  // Not gone again while somebody clears it.
  const [isSeekable, setSeekable] = useState(false);
  if (!isSeekable && spells.length > HANDFUL) {
    setSeekable(true);
  }
  const isOnly = projects.length <= 1;
  const headed = isOnly ? projects[0] : shown;
  const nameOf = (project: string) => isOnly || shown ? undefined : projects.find(({ id }) => id === project)?.name;
  return (
    <section aria-labelledby="own" aria-busy={own.standing === 'loading'}>
      <div className="home-head">
        <div className="home-title"><h1 id="own">{headed?.name ?? 'Your spells'}</h1><ProjectMenu project={headed} isOnly={isOnly} /></div>
        {isSeekable && (
          <label className="seek"><Search size={15} aria-hidden /><span className="hidden">Search your spells</span>
            <input className="input" type="search" placeholder="Search your spells" value={sought} onChange={({ target }) => onSeek(target.value)} />
          </label>
        )}
      </div>
      {!isOnly && <ProjectBar projects={projects} shown={shown} />}
      {own.standing === 'failed' && <Trouble text={own.trouble ?? ''} what="Your spells" again={own.again} />}
      <ul className="own-spells">
        {spells.map((spell) => (
          <SpellCard key={spell.id} spell={spell} project={nameOf(spell.project)} names={spells.map(({ name }) => name)} onChanged={own.again} />
        ))}
      </ul>
      {spells.length === 0 && own.standing === 'there' && (
        <p className="muted">{sought !== '' ? `No spell here has “${sought}” in its name.` : shown ? 'No spells in this project yet. New ones and imports go into it while it is open.' : 'No spells yet.'}</p>
      )}
      {own.more && <button type="button" className="button small home-more" disabled={own.standing === 'loading'} onClick={own.more}>More</button>}
    </section>
  );
}
